print("linchpin")
