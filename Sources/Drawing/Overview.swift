// Drawing turns lists of values, words and colours into figures a newspaper can print.
//
// A figure is a chart in a frame, laid out for one width:
//
//     let chart = try BarChart(rows: [
//       .init(key: "a", label: "Alpha", segments: [.init(8), .init(2, .hatched)],
//         valueText: "10", hue: .vermilion)
//     ])
//     let frame = ArticleFrame(
//       prefix: "stops", language: .english, title: "…", description: "…", headline: "…",
//       subtitle: "…", notes: [.init("Source", "…"), .init("Licence", "CC BY 4.0")])
//     let svg = try frame.svg(chart, width: .narrow)
//
// Charts/    FlowChart (bands between columns), BarChart, LayeredChart (boxes and links)
// Frame/     headline, legend, banners and foot around a chart; widths, type sizes, theme
// Graphviz/  DOTGraph in, LaidOutGraph out; the lock is in CGraphvizShim
// SVG/       elements that can only be spelt as allowed, colours, geometry, ids
// Text/      cleaning, measuring, wrapping and cutting text; numbers in words of a language
//
// It knows nothing of domains, providers or laws. All keys only have to be unique within a chart.
