export { dereferenced, type JsonSchema, jsonSchema } from './json-schema.ts';
export { valuesOf } from './values-of.ts';
