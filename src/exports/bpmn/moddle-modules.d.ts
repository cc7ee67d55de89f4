// What Mirror uses of bpmn-moddle and moddle-xml, which bring no types for their entry points.

declare module 'bpmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    [property: string]: unknown;
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    fromXML(xml: string): Promise<{
      rootElement: ModdleElement;
      elementsById: Record<string, ModdleElement>;
      references: { element: ModdleElement; property: string; id: string }[];
      warnings: Error[];
    }>;
  }
}

declare module 'moddle-xml' {
  export class Writer {
    constructor(options?: { format?: boolean; preamble?: boolean });
    toXML(element: unknown): string;
  }
}
