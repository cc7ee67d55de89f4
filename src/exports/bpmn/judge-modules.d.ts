// What the tests use of bpmnlint, which brings no types for its entry points.

declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { resolver: unknown; config: { extends: string } });
    lint(root: unknown): Promise<Record<string, { id: string; message: string; category: string }[]>>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js' {
  const NodeResolver: new () => object;
  export default NodeResolver;
}
