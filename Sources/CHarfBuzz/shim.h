#ifndef LINCHPIN_CHARFBUZZ_H
#define LINCHPIN_CHARFBUZZ_H

#include <hb.h>

#endif
