import LinchpinCore

extension Words {
  var trustHeading: String { say("Trust in name servers", "Vertrouwen in naamservers") }
  var howMany: String { say("how many", "hoeveel") }

  func name(_ kind: NameServerTrust.Kind) -> String {
    switch kind {
    case .name: say("name", "naam")
    case .address: say("address", "adres")
    case .prefix: "prefix (/24, /48)"
    case .network: name(Node.Kind.network)
    case .registry: say("registry", "register")
    }
  }

  func trustBase(_ trust: NameServerTrust) -> String {
    let (domains, complete) = (numbers.integer(trust.domains), numbers.integer(trust.complete))
    let (median, mean) = (numbers.integer(trust.median), numbers.decimal(trust.mean, 1))
    let most = numbers.integer(trust.most)
    return say(
      "Name servers that have a say in what a name resolves to, the zones of their own names "
        + "included: median \(median), mean \(mean), at most \(most), of \(domains) domains. Seen to "
        + "the end for \(complete) of them; of the others the zones of some servers’ names were "
        + "not measured, and the number is a lower bound.",
      "Naamservers die meebepalen waar een naam heen leidt, de zones van hun eigen namen "
        + "meegerekend: mediaan \(median), gemiddeld \(mean), ten hoogste \(most), bij \(domains) "
        + "domeinen. Bij \(complete) daarvan tot het einde gezien; bij de andere zijn zones van namen "
        + "van servers niet gemeten en is het aantal een ondergrens.")
  }

  func trustNote(_ unit: Unit) -> String {
    say(
      "\(capitalised(units(unit, 2))) left without DNS at one of their domains when one such thing "
        + "stops; the sums over all overlap. direct: a name server of their own is it or lies in "
        + "it; indirect: only through the zones of other names. Names, addresses, prefixes and "
        + "networks are listed with --detail, registries with --include-registries. What was not "
        + "measured is taken to stand, so more may hang on each.",
      "\(capitalised(units(unit, 2))) die op een van hun domeinen zonder DNS raken als één zo'n "
        + "ding stopt; de sommen overlappen. direct: een eigen naamserver is het of ligt erin; "
        + "indirect: alleen via zones van andere namen. Namen, adressen, prefixen en netwerken "
        + "staan er met --detail, registers met --include-registries. Wat niet gemeten is, geldt "
        + "als staand: er kan dus meer aan elk hangen.")
  }
}
