// In: a graph of operators as plain data. Out: the bytes of an ONNX model. Enough of the format for models of our own:
// field numbers by onnx.proto (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto), IR version 8, operator set 17.

export interface OnnxGraph {
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  readonly constants: Readonly<Record<string, OnnxTensor>>;
  readonly nodes: readonly OnnxNode[];
}

interface OnnxValue {
  readonly name: string;
  readonly type: 'float' | 'int64';
  /** A word is a size that is known only when it runs. */
  readonly shape: readonly (number | string)[];
}

export interface OnnxTensor {
  readonly data: Float32Array | BigInt64Array;
  readonly shape: readonly number[];
}

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers, or lists of them. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

export function writeOnnx({ inputs, outputs, constants, nodes }: OnnxGraph): Uint8Array {
  const graph = message([
    ...nodes.map((node) => bytesField(1, writeNode(node))),
    textField(2, 'mirror-test'),
    ...Object.entries(constants).map(([name, tensor]) => bytesField(5, writeTensor(name, tensor))),
    ...inputs.map((value) => bytesField(11, writeValue(value))),
    ...outputs.map((value) => bytesField(12, writeValue(value))),
  ]);
  const operatorSet = message([textField(1, ''), intField(2, 17)]);
  return message([intField(1, 8), textField(2, 'mirror'), bytesField(7, graph), bytesField(8, operatorSet)]);
}

const writeNode = ({ op, inputs, outputs, attributes = {} }: OnnxNode): Uint8Array =>
  message([
    ...inputs.map((name) => textField(1, name)),
    ...outputs.map((name) => textField(2, name)),
    textField(4, op),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, writeAttribute(name, value))),
  ]);

const writeAttribute = (name: string, value: number | readonly number[]): Uint8Array =>
  typeof value === 'number'
    ? message([textField(1, name), intField(3, value), intField(20, ATTRIBUTE_INT)])
    : message([textField(1, name), ...value.map((one) => intField(8, one)), intField(20, ATTRIBUTE_INTS)]);

function writeTensor(name: string, { data, shape }: OnnxTensor): Uint8Array {
  const type = data instanceof Float32Array ? FLOAT : INT64;
  const raw = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return message([
    ...shape.map((size) => intField(1, size)),
    intField(2, type),
    textField(8, name),
    bytesField(9, raw),
  ]);
}

function writeValue({ name, type, shape }: OnnxValue): Uint8Array {
  const sizes = shape.map((size) =>
    bytesField(1, message([typeof size === 'number' ? intField(1, size) : textField(2, size)])),
  );
  const tensor = message([intField(1, type === 'float' ? FLOAT : INT64), bytesField(2, message(sizes))]);
  return message([textField(1, name), bytesField(2, message([bytesField(1, tensor)]))]);
}

// Protocol buffers: a field is its number with its kind, then a number in groups of seven bits, or a length and bytes.
const VARINT = 0;
const LENGTH = 2;

const message = (fields: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(fields));

const intField = (field: number, value: number): Uint8Array =>
  message([varint(BigInt(field * 8 + VARINT)), varint(BigInt.asUintN(64, BigInt(value)))]);

const bytesField = (field: number, bytes: Uint8Array): Uint8Array =>
  message([varint(BigInt(field * 8 + LENGTH)), varint(BigInt(bytes.length)), bytes]);

const textField = (field: number, text: string): Uint8Array => bytesField(field, new TextEncoder().encode(text));

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    const group = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? group | 0x80 : group);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
