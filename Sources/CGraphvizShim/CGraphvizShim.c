#include "CGraphvizShim.h"

#include <gvc.h>
#include <pthread.h>
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

static LinchpinGraphvizStatus render(const char *dot, const char *engine, const char *format,
                                     LinchpinGraphvizResult *result) {
  if (context == NULL) context = gvContext();
  if (context == NULL) return LinchpinGraphvizNoContext;

  graph_t *graph = agmemread(dot);
  if (graph == NULL) return LinchpinGraphvizUnreadable;
  if (gvLayout(context, graph, engine) != 0) {
    agclose(graph);
    return LinchpinGraphvizLayoutFailed;
  }

  char *data = NULL;
  // Graphviz 13 widened this from unsigned to size_t, and its API names no version to test for.
  union {
    unsigned int narrow;
    size_t wide;
  } length = {.wide = 0};
  int failed = gvRenderData(context, graph, format, &data, (void *)&length);
  if (!failed && data != NULL) {
    size_t count = strlen(data);
    char *copy = malloc(count + 1);
    if (copy != NULL) {
      memcpy(copy, data, count + 1);
      result->text = copy;
      result->length = count;
    }
  }
  if (data != NULL) gvFreeRenderData(data);
  gvFreeLayout(context, graph);
  agclose(graph);
  return result->text != NULL ? LinchpinGraphvizRendered : LinchpinGraphvizRenderFailed;
}

LinchpinGraphvizResult linchpin_graphviz_render(const char *dot, const char *engine,
                                                const char *format) {
  LinchpinGraphvizResult result = {LinchpinGraphvizNoContext, NULL, 0, NULL};
  pthread_mutex_lock(&turn);
  agusererrf previous = agseterrf(capture);
  agseterr(AGWARN);
  agreseterrors();
  result.status = render(dot, engine, format, &result);
  agseterrf(previous);
  result.messages = captured;
  captured = NULL;
  captured_length = 0;
  pthread_mutex_unlock(&turn);
  return result;
}

void linchpin_graphviz_release(LinchpinGraphvizResult result) {
  free(result.text);
  free(result.messages);
}
