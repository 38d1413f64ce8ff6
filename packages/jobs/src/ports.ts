import type { BulkPorts } from './ports/bulk.ts';
import type { EmailPorts } from './ports/email.ts';
import type { FilePorts } from './ports/file.ts';
import type { ImagePorts } from './ports/image.ts';
import type { NotificationPorts } from './ports/notification.ts';
import type { ReportPorts } from './ports/report.ts';

/** Everything that handlers get from the worker. */
export type Ports = BulkPorts & EmailPorts & FilePorts & ImagePorts & NotificationPorts & ReportPorts;
