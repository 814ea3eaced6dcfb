#ifndef LINCHPIN_CGRAPHVIZ_SHIM_H
#define LINCHPIN_CGRAPHVIZ_SHIM_H

#include <stddef.h>

/// Where a rendering stopped.
typedef enum {
  LinchpinGraphvizRendered = 0,
  LinchpinGraphvizNoContext = 1,
  LinchpinGraphvizUnreadable = 2,
  LinchpinGraphvizLayoutFailed = 3,
  LinchpinGraphvizRenderFailed = 4,
} LinchpinGraphvizStatus;

/// What one rendering left behind; both pointers are owned and may be null.
typedef struct {
  LinchpinGraphvizStatus status;
  char *text;
  size_t length;
  char *messages;
} LinchpinGraphvizResult;

/// Reads DOT, lays it out and renders it; callers on other threads wait their turn.
LinchpinGraphvizResult linchpin_graphviz_render(const char *dot, const char *engine,
                                                const char *format);

/// Gives back what a rendering left behind.
void linchpin_graphviz_release(LinchpinGraphvizResult result);

#endif
