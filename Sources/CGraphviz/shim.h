#ifndef LINCHPIN_CGRAPHVIZ_H
#define LINCHPIN_CGRAPHVIZ_H

#include <gvc.h>

#endif
