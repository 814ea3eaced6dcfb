/// What a catalogue file is to the shipped catalogue.
public enum CatalogueKind: Sendable {
  /// YAML: adds entries and replaces those with a known id.
  case overlay
  /// A table of providers: stands in for the shipped catalogue.
  case whole
}
