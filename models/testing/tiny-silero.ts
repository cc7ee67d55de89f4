// In: a folder. Out: a speech detector of a few hundred bytes in it that hears nothing but loudness, in the shape of
// Silero's version 5: 512 samples and a memory in, a probability and the memory out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OnnxGraph, writeOnnx } from './write-onnx.ts';

export function writeTinySilero(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model.onnx'), writeOnnx(GRAPH));
}

const number = (value: number) => ({ data: Float32Array.of(value), shape: [] });

const GRAPH: OnnxGraph = {
  inputs: [
    { name: 'input', type: 'float', shape: ['batch_size', 'length'] },
    { name: 'sr', type: 'int64', shape: [] },
    { name: 'state', type: 'float', shape: [2, 'batch_size', 128] },
  ],
  outputs: [
    { name: 'output', type: 'float', shape: ['batch_size', 1] },
    { name: 'stateN', type: 'float', shape: [2, 'batch_size', 128] },
  ],
  constants: { quiet: number(0.001), steepness: number(5000) },
  nodes: [
    { op: 'Mul', inputs: ['input', 'input'], outputs: ['squares'] },
    { op: 'ReduceMean', inputs: ['squares'], outputs: ['power'], attributes: { axes: [1], keepdims: 1 } },
    { op: 'Sub', inputs: ['power', 'quiet'], outputs: ['above'] },
    { op: 'Mul', inputs: ['above', 'steepness'], outputs: ['steep'] },
    { op: 'Sigmoid', inputs: ['steep'], outputs: ['output'] },
    { op: 'Identity', inputs: ['state'], outputs: ['stateN'] },
  ],
};
