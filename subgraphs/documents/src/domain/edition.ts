/** What made a rendition: the engine, and what it worked by. */
export interface EngineEdition {
  /** As `modu-braille`, `liblouis`, `espeak-ng`. */
  readonly name: string;
  /** Null where a service does not say. */
  readonly version: string | null;
  /** The notice of a regulation, a table, the model of a voice; null where that is the engine's own. */
  readonly tables: string | null;
}

/** Whether what was made by one is as what another makes. Nobody knows of what was made before editions were kept. */
export const isSameEdition = (one: EngineEdition | null, other: EngineEdition): boolean =>
  one !== null && one.name === other.name && one.version === other.version && one.tables === other.tables;
