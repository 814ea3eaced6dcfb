#ifndef LINCHPIN_CGRAPHVIZ_SHIM_H
#define LINCHPIN_CGRAPHVIZ_SHIM_H

#include <stddef.h>

/// Where a layout stopped.
typedef enum {
  LinchpinGraphvizLaidOut = 0,
  LinchpinGraphvizNoContext = 1,
  LinchpinGraphvizUnreadable = 2,
  LinchpinGraphvizLayoutFailed = 3,
  LinchpinGraphvizNoMemory = 4,
} LinchpinGraphvizStatus;

/// In points, y growing upwards.
typedef struct {
  double x, y;
} LinchpinGraphvizPoint;

/// A node; its width is negative if the graph has no node of this number.
typedef struct {
  LinchpinGraphvizPoint centre;
  double width, height;
} LinchpinGraphvizCell;

/// The first curve of an edge: a stretch of the list of points, empty if it has none.
typedef struct {
  size_t first, count;
} LinchpinGraphvizCurve;

/// What one layout left behind; all pointers are owned and may be null.
typedef struct {
  LinchpinGraphvizStatus status;
  char *messages;
  LinchpinGraphvizPoint low, high;
  LinchpinGraphvizCell *cells;
  LinchpinGraphvizCurve *curves;
  LinchpinGraphvizPoint *points;
  size_t point_count;
} LinchpinGraphvizResult;

/// Reads DOT and lays it out; callers on other threads wait their turn.
///
/// Nodes and edges are told by the number in their attribute `comment`, 0 up to the counts given;
/// cells and curves come back in the order of those numbers.
LinchpinGraphvizResult linchpin_graphviz_layout(const char *dot, const char *engine,
                                                size_t cell_count, size_t curve_count);

/// Gives back what a layout left behind.
void linchpin_graphviz_release(LinchpinGraphvizResult result);

#endif
