#include "CGraphvizShim.h"

#include <gvc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Graphviz keeps global state even with one context per thread, and its error callback takes no
// context pointer. So one lock guards one context and one buffer of messages, here and only here.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static GVC_t *context = NULL;
static char *captured = NULL;
static size_t captured_length = 0;

enum { captured_limit = 16384 };

static int capture(char *part) {
  size_t length = strlen(part);
  if (length > captured_limit - captured_length) length = captured_limit - captured_length;
  char *grown = realloc(captured, captured_length + length + 1);
  if (grown == NULL) return 0;
  memcpy(grown + captured_length, part, length);
  captured = grown;
  captured_length += length;
  captured[captured_length] = '\0';
  return 0;
}

// The number a node or an edge carries; beyond every count if it has none.
static size_t number_of(void *object, Agsym_t *comment) {
  const char *text = comment == NULL ? "" : agxget(object, comment);
  return *text >= '0' && *text <= '9' ? (size_t)strtoul(text, NULL, 10) : SIZE_MAX;
}

// Positions are read where the layout left them: rendering them as text to parse it again costs
// more than most layouts.
static int collect(graph_t *graph, size_t cell_count, size_t curve_count,
                   LinchpinGraphvizResult *result) {
  result->low = (LinchpinGraphvizPoint){GD_bb(graph).LL.x, GD_bb(graph).LL.y};
  result->high = (LinchpinGraphvizPoint){GD_bb(graph).UR.x, GD_bb(graph).UR.y};
  result->cells = calloc(cell_count + 1, sizeof *result->cells);
  result->curves = calloc(curve_count + 1, sizeof *result->curves);
  if (result->cells == NULL || result->curves == NULL) return 0;
  for (size_t cell = 0; cell < cell_count; cell++) result->cells[cell].width = -1;

  Agsym_t *of_nodes = agattr(graph, AGNODE, "comment", NULL);
  Agsym_t *of_edges = agattr(graph, AGEDGE, "comment", NULL);
  size_t room = 0;
  for (node_t *node = agfstnode(graph); node != NULL; node = agnxtnode(graph, node)) {
    size_t cell = number_of(node, of_nodes);
    if (cell < cell_count)
      result->cells[cell] = (LinchpinGraphvizCell){
          {ND_coord(node).x, ND_coord(node).y}, ND_width(node) * 72, ND_height(node) * 72};

    for (edge_t *edge = agfstout(graph, node); edge != NULL; edge = agnxtout(graph, edge)) {
      size_t curve = number_of(edge, of_edges);
      if (curve >= curve_count || ED_spl(edge) == NULL || ED_spl(edge)->size < 1) continue;
      size_t count = (size_t)ED_spl(edge)->list[0].size;
      if (result->point_count + count > room) {
        room = (result->point_count + count) * 2;
        LinchpinGraphvizPoint *grown = realloc(result->points, room * sizeof *grown);
        if (grown == NULL) return 0;
        result->points = grown;
      }
      result->curves[curve] = (LinchpinGraphvizCurve){result->point_count, count};
      for (size_t place = 0; place < count; place++) {
        pointf from = ED_spl(edge)->list[0].list[place];
        result->points[result->point_count++] = (LinchpinGraphvizPoint){from.x, from.y};
      }
    }
  }
  return 1;
}

static LinchpinGraphvizStatus lay_out(const char *dot, const char *engine, size_t cell_count,
                                      size_t curve_count, LinchpinGraphvizResult *result) {
  if (context == NULL) context = gvContext();
  if (context == NULL) return LinchpinGraphvizNoContext;

  graph_t *graph = agmemread(dot);
  if (graph == NULL) return LinchpinGraphvizUnreadable;
  if (gvLayout(context, graph, engine) != 0) {
    agclose(graph);
    return LinchpinGraphvizLayoutFailed;
  }
  int collected = collect(graph, cell_count, curve_count, result);
  gvFreeLayout(context, graph);
  agclose(graph);
  return collected ? LinchpinGraphvizLaidOut : LinchpinGraphvizNoMemory;
}

LinchpinGraphvizResult linchpin_graphviz_layout(const char *dot, const char *engine,
                                                size_t cell_count, size_t curve_count) {
  LinchpinGraphvizResult result = {.status = LinchpinGraphvizNoContext};
  pthread_mutex_lock(&turn);
  agusererrf previous = agseterrf(capture);
  agseterr(AGWARN);
  agreseterrors();
  result.status = lay_out(dot, engine, cell_count, curve_count, &result);
  agseterrf(previous);
  result.messages = captured;
  captured = NULL;
  captured_length = 0;
  pthread_mutex_unlock(&turn);
  return result;
}

void linchpin_graphviz_release(LinchpinGraphvizResult result) {
  free(result.messages);
  free(result.cells);
  free(result.curves);
  free(result.points);
}
