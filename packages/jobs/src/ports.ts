import type { EmailPorts } from './ports/email.ts';
import type { ImagePorts } from './ports/image.ts';

/** Everything that handlers get from the worker. */
export type Ports = EmailPorts & ImagePorts;
