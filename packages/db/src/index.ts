export { createDatabase, type Database, type DatabaseOptions, type Tx } from './database.ts';
export { isUnavailable, isUniqueViolation, RecordUnavailable, sqlState } from './failures.ts';
export { migrate } from './migrate.ts';
export { awaitEpoch } from './await-epoch.ts';
export { readEpoch } from './tables/channel-epoch.ts';
export {
  appendChannelEvent,
  type ChannelLogEvent,
  channelPositions,
  findChannelEventByKey,
  holdChannel,
  type NewChannelEvent,
  readChannelEvents,
} from './tables/channel-events.ts';
export * from './tables/channel-retention.ts';
export { beatGateway, type GatewayBeat, type GatewayLoad, removeGateway } from './tables/gateways.ts';
export { type NewRoomMessage, type RoomMessageOutcome, storeRoomMessage } from './tables/room-messages.ts';
export {
  type PresenceEntry,
  type PresentMember,
  readPresence,
  type RoomMember,
  type RoomPerson,
  writePresence,
} from './tables/room-presence.ts';
export {
  closedTo,
  listRooms,
  readRoomState,
  readRoster,
  replaceRoster,
  type RoomAccessQuestion,
  type RoomState,
  type RoomSummary,
  setRoom,
} from './tables/rooms.ts';
export { firstJobEvent, isFinalEvent, type JobEvent, readJobEvents } from './tables/job-events.ts';
export {
  type Dedupe,
  type DedupeMode,
  finalStates,
  findJob,
  findJobs,
  type JobFailure,
  jobPositions,
  type JobProgress,
  type JobRow,
  type JobState,
  type NewJob,
  readPayload,
} from './tables/jobs.ts';
export { changeJob, type JobChange } from './tables/job-changes.ts';
export { expireJobs } from './tables/job-expiry.ts';
export { insertJob, insertJobs } from './tables/job-inserts.ts';
export { countUnfinishedJobs } from './tables/owner-jobs.ts';
export { type DedupedJob, takeDedupeKeys } from './tables/job-dedupes.ts';
export { type Dispatch, markDispatched, releaseDispatches, takeDueJobs } from './tables/job-dispatches.ts';
export {
  clearMissing,
  countStuck,
  dispatchAllAgain,
  type DispatchedJob,
  dispatchMissing,
  recordTime,
  takeProbes,
  tryLead,
} from './tables/job-probes.ts';
export {
  commitStatementStep,
  findStep,
  finishStep,
  holdClaim,
  type JobStep,
  type OpenedStep,
  openStep,
  type OwnStep,
  type StatementStep,
  startStep,
  type StepStatement,
  storeStepValue,
} from './tables/job-steps.ts';
export {
  type FailedAttempt,
  type NewJobEvent,
  type Transition,
  type TransitionResult,
  writeTransition,
  writeTransitions,
} from './tables/job-transitions.ts';
export { type BlobPage, deleteUnusedBlobs, keepBlob, type NewBlob } from './tables/blobs.ts';
export { type FileRow, findFile, type NewFile, saveFile } from './tables/files.ts';
export { countFinishedJobs } from './tables/finished-jobs.ts';
export {
  type DerivativeRow,
  findDerivative,
  insertDerivatives,
  listDerivatives,
  type NewDerivative,
} from './tables/derivatives.ts';
export {
  findUpload,
  findUploadOfBlob,
  insertUpload,
  markUploadFailed,
  markUploadReady,
  type NewUpload,
  type UploadFacts,
  type UploadRow,
  uploadsOwnerBlob,
  type UploadState,
} from './tables/uploads.ts';
export { deleteFinalJob, deleteFinishedJobs, type RetentionRule } from './tables/job-retention.ts';
export {
  type CatchUp,
  deleteForgottenSchedules,
  deleteSchedule,
  findSchedule,
  insertSchedule,
  listSchedules,
  lockSchedule,
  type NewSchedule,
  type Overlap,
  type ScheduleRow,
  type ScheduleSettings,
  updateSchedule,
} from './tables/schedules.ts';
export {
  addScheduleRun,
  type DueSchedule,
  insertTick,
  lookAtSchedules,
  markScheduleFailed,
  markUnknownJobs,
  moveSchedule,
  type ScheduleOutlook,
  takeDueSchedules,
  type Tick,
  type TickedSchedule,
} from './tables/schedule-ticks.ts';
export { deleteOrphans } from './tables/orphan-retention.ts';
export {
  cancelJob,
  cancelWaitingJobs,
  type ControlledJob,
  findCancelRequests,
  reopenJob,
} from './tables/job-control.ts';
export { findReplay, type ReplayOriginal } from './tables/job-replays.ts';
export {
  listQueueSettings,
  lockQueueSettings,
  type NewPause,
  pauseQueues,
  type QueueSettings,
  resumeDueQueues,
  resumeQueues,
} from './tables/queue-settings.ts';
export { type Actor, type AuditEntry, insertAuditEntry } from './tables/audit-log.ts';
export { type BoardJob, readBoardJobs } from './tables/board-jobs.ts';
export {
  deleteSuppression,
  listSuppressions,
  type SuppressionPage,
  type SuppressionRow,
} from './tables/suppression-list.ts';
export { makeAdminLink } from './admin-link.ts';
export {
  type EmailMessage,
  type EmailStatus,
  type EmailToSend,
  findEmailMessage,
  insertEmailMessage,
  markEmailData,
  markEmailSent,
  markEmailUnsent,
  type NewEmailMessage,
  reopenEmail,
  type UnsentEmail,
} from './tables/email-messages.ts';
export { countMailFailure, type HoldRule, type MailFailure, type MailHold } from './tables/mail-health.ts';
export { deleteIdleMailPaces, holdMailPace, type MailPace, type MailTurn, takeMailTurn } from './tables/mail-paces.ts';
export { forgetBounce, type HardBounce, suppressBounced } from './tables/suppressions.ts';
export {
  findIdempotencyKey,
  idempotencyConstraint,
  type IdempotencyKey,
  idempotencyLifetimeMs,
  insertIdempotencyKey,
  type KeptAnswer,
  type StoredAnswer,
} from './tables/idempotency-keys.ts';
export { insertRegistration, type Registration } from './tables/registrations.ts';
export {
  type ApiKeyRow,
  findApiKey,
  insertApiKey,
  listApiKeys,
  type NewApiKey,
  revokeApiKey,
} from './tables/api-keys.ts';
export { findSession, findSessionBySecret, type NewSession, type OpenSession } from './tables/sessions.ts';
export {
  type Credentials,
  endedCredentials,
  listSessions,
  revokeSession,
  type SessionRow,
} from './tables/session-lists.ts';
export {
  type Renewal,
  type RenewalOutcome,
  type RenewedSession,
  renewSession,
  revokeSessionBySecret,
} from './tables/session-renewal.ts';
export { insertSignIn, type SignInRequest } from './tables/sign-ins.ts';
export { eraseEndedJobs } from './tables/job-erasure.ts';
export { type ErasedUser, type Erasure, eraseUser } from './tables/user-erasure.ts';
export { findUser, holdUser, type UserName, type UserRow } from './tables/users.ts';
export {
  findLink,
  type LinkPurpose,
  type LinkState,
  type LinkUse,
  useAdminToken,
  useVerificationToken,
} from './tables/verification-tokens.ts';
export { type JobFilter, type JobPage, listJobs, searchTimeoutMs } from './tables/job-lists.ts';
export { countJobs, type JobCount, type JobStats, statsRows, statsWindowMs } from './tables/job-stats.ts';
export { type FinishedCount, readThroughput, type Throughput, throughputStepMs } from './tables/job-throughput.ts';
export { type AttemptError, type AttemptEvent, readAttemptEvents, readJobLog } from './tables/job-history.ts';
export {
  type BulkActionRow,
  type BulkCounts,
  bulkReasons,
  type BulkVerb,
  findBulkAction,
  insertBulkAction,
  listBulkActions,
  type NewBulkAction,
} from './tables/bulk-actions.ts';
export { type BulkFilter, type BulkMatch, matchJobs } from './tables/bulk-filter.ts';
export { type BulkOutcome, type HeldBulkAction, holdBulkAction, settleBulkItem } from './tables/bulk-steps.ts';
export { type QueueLoadRow, readQueueLoads } from './tables/queue-loads.ts';
export { type DeadLetterFilter, listDeadLetters } from './tables/dead-letters.ts';
export { findTraceContext } from './tables/job-traces.ts';
export * from './tables/notifications.ts';
export * from './tables/notification-marks.ts';
export * from './tables/newest-events.ts';
