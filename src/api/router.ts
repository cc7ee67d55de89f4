// In: the services of the host. Out: the contract, answered.
import { MirrorError } from '../domain/errors.ts';
import { askingRoutes } from './asking-routes.ts';
import { api, translating } from './translated.ts';
import { vaultRoutes } from './vault-routes.ts';

export const router = api.router({
  app: {
    info: api.app.info.handler(({ context }) => context.services.info()),
    watch: api.app.watch.handler(({ context, signal }) => context.services.watch(signal)),
    doctor: api.app.doctor.handler(({ context }) => context.services.doctor()),
  },
  process: {
    list: api.process.list.handler(({ context }) => context.services.listProcesses()),
    open: api.process.open.handler(({ context, input }) => context.services.openProcess(input.processId)),
    contents: api.process.contents.handler(({ context, input }) => context.services.listContents(input.processId)),
    rename: api.process.rename.handler(({ context, input }) =>
      context.services.renameProcess(input.processId, input.name),
    ),
    remove: api.process.remove.handler(({ context, input }) => context.services.removeProcess(input.processId)),
    find: api.process.find.handler(({ context, input }) => context.services.findProcess(input.name)),
    graph: api.process.graph.handler(({ context, input, signal }) =>
      context.services.mineGraph(input.processId, input.instances, signal),
    ),
    takeIn: api.process.takeIn.handler(({ context, input, signal }) => {
      if (!context.namesFiles) throw new MirrorError('files/not-from-a-page');
      return translating(context.services.takeIn(input, signal), context);
    }),
    formats: api.process.formats.handler(({ context, input }) => context.services.listExports(input.processId)),
    export: api.process.export.handler(({ context, input, signal }) =>
      translating(context.services.exportProcess(input, signal), context),
    ),
    exportTo: api.process.exportTo.handler(({ context, input, signal }) => {
      if (!context.namesFiles) throw new MirrorError('files/not-from-a-page');
      return translating(context.services.exportTo(input, signal), context);
    }),
  },
  recording: {
    open: api.recording.open.handler(({ context, input }) => context.services.openRecording(input.recordingId)),
    pictures: api.recording.pictures.handler(({ context, input }) => context.services.pictures.list(input.recordingId)),
    picture: api.recording.picture.handler(({ context, input }) =>
      context.services.pictures.view(input.recordingId, input.atMs),
    ),
    rename: api.recording.rename.handler(({ context, input }) =>
      context.services.renameRecording(input.recordingId, input.title),
    ),
    remove: api.recording.remove.handler(({ context, input }) => context.services.removeRecording(input.recordingId)),
  },
  recorder: {
    prepare: api.recorder.prepare.handler(({ context }) => context.services.recorder.prepare()),
    setExclusions: api.recorder.setExclusions.handler(({ context, input }) =>
      context.services.recorder.setExclusions(input.rules),
    ),
    start: api.recorder.start.handler(({ context, input }) => context.services.recorder.start(input)),
    watch: api.recorder.watch.handler(({ context, signal }) =>
      translating(context.services.recorder.watch(signal), context),
    ),
    chunk: api.recorder.chunk.handler(async ({ context, input: { recordingId, track, data, ...chunk } }) =>
      context.services.recorder.chunk(recordingId, track, { ...chunk, data: await data.bytes() }),
    ),
    frame: api.recorder.frame.handler(async ({ context, input: { recordingId, image, ...frame } }) =>
      context.services.recorder.frame(recordingId, frame, await image.bytes()),
    ),
    mark: api.recorder.mark.handler(({ context, input }) =>
      context.services.recorder.mark(input.recordingId, input.mark),
    ),
    pause: api.recorder.pause.handler(({ context, input }) =>
      context.services.recorder.pause(input.recordingId, input.clockMs),
    ),
    resume: api.recorder.resume.handler(({ context, input }) =>
      context.services.recorder.resume(input.recordingId, input.clockMs),
    ),
    stop: api.recorder.stop.handler(({ context, input }) => context.services.recorder.stop(input.recordingId)),
    discard: api.recorder.discard.handler(({ context, input }) => context.services.recorder.discard(input.recordingId)),
    health: api.recorder.health.handler(({ context, input }) => context.services.recorder.health(input)),
    look: api.recorder.look.handler(({ context, input }) => context.services.recorder.look(input.recordingId)),
    receipt: api.recorder.receipt.handler(({ context, input }) => context.services.recorder.receipt(input.recordingId)),
  },
  intake: {
    open: api.intake.open.handler(({ context, signal }) => translating(context.services.intake.open(signal), context)),
    add: api.intake.add.handler(({ context, input: { intakeId, ...file } }) =>
      context.services.intake.add(intakeId, file),
    ),
    chunk: api.intake.chunk.handler(async ({ context, input: { intakeId, data, ...piece } }) =>
      context.services.intake.chunk(intakeId, { ...piece, data: await data.bytes() }),
    ),
    arrange: api.intake.arrange.handler(({ context, input }) => context.services.intake.arrange(input.intakeId)),
    preview: api.intake.preview.handler(({ context, input, signal }) => context.services.intake.preview(input, signal)),
    adopt: api.intake.adopt.handler(({ context, input, signal }) =>
      translating(context.services.intake.adopt(input, signal), context),
    ),
  },
  transcript: {
    edit: api.transcript.edit.handler(({ context, input }) =>
      context.services.transcripts.edit(input.recordingId, input.edit),
    ),
    writeAnew: api.transcript.writeAnew.handler(({ context, input }) =>
      context.services.transcripts.writeAnew(input.recordingId),
    ),
    listenWith: api.transcript.listenWith.handler(({ context, input }) => {
      if (!context.namesFiles) throw new MirrorError('models/not-from-a-page');
      context.services.transcripts.listenWith(input);
    }),
  },
  ingest: {
    watch: api.ingest.watch.handler(({ context, signal }) =>
      translating(context.services.ingest.watch(signal), context),
    ),
    stages: api.ingest.stages.handler(({ context, input }) => context.services.ingest.stages(input.recordingId)),
    cancel: api.ingest.cancel.handler(({ context, input }) => context.services.ingest.cancel(input.recordingId)),
    tryAgain: api.ingest.tryAgain.handler(({ context, input }) => context.services.ingest.tryAgain(input.recordingId)),
  },
  document: {
    open: api.document.open.handler(({ context, input }) => context.services.documents.open(input.artifactId)),
    page: api.document.page.handler(({ context, input }) =>
      context.services.documents.page(input.artifactId, input.page),
    ),
    rename: api.document.rename.handler(({ context, input }) =>
      context.services.documents.rename(input.artifactId, input.name),
    ),
    remove: api.document.remove.handler(({ context, input }) => context.services.documents.remove(input.artifactId)),
  },
  models: {
    list: api.models.list.handler(({ context }) => context.services.models.list()),
    pull: api.models.pull.handler(({ context, input: { modelId: id, from }, signal }) => {
      if (from !== 'hub' && !context.namesFiles) throw new MirrorError('models/not-from-a-page');
      return translating(context.services.models.pull({ id, from }, signal), context);
    }),
    cancel: api.models.cancel.handler(({ context, input }) => context.services.models.cancel(input.modelId)),
    verify: api.models.verify.handler(({ context, input, signal }) =>
      translating(context.services.models.verify(input.modelId, signal), context),
    ),
    remove: api.models.remove.handler(({ context, input }) => context.services.models.remove(input.modelId)),
    add: api.models.add.handler(({ context, input }) => {
      if (!context.namesFiles) throw new MirrorError('models/not-from-a-page');
      return context.services.models.add(input.file);
    }),
  },
  egress: askingRoutes.egress,
  policy: askingRoutes.policy,
  vault: vaultRoutes,
  writer: askingRoutes.writer,
  agents: {
    call: api.agents.call.handler(({ context, input, signal }) =>
      context.services.agents.call(input.caller, input.wish, signal),
    ),
    list: api.agents.list.handler(({ context, input }) => context.services.agents.list(input.caller)),
    read: api.agents.read.handler(({ context, input, signal }) =>
      translating(context.services.agents.read(input.caller, input.uri, signal), context),
    ),
    proposals: api.agents.proposals.handler(({ context, input }) => context.services.agents.proposals(input.processId)),
    decide: api.agents.decide.handler(({ context, input }) =>
      context.services.agents.decide(input.proposalId, input.isAccepted),
    ),
    complete: api.agents.complete.handler(({ context, input }) =>
      context.services.agents.complete(input.caller, input.typed),
    ),
  },
  redaction: {
    read: api.redaction.read.handler(({ context }) => context.services.redaction.read()),
    change: api.redaction.change.handler(({ context, input }) => context.services.redaction.change(input)),
    add: api.redaction.add.handler(({ context, input }) => context.services.redaction.add(input.own)),
    drop: api.redaction.drop.handler(({ context, input }) => context.services.redaction.drop(input.pattern)),
    try: api.redaction.try.handler(({ context, input, signal }) => context.services.redaction.try(input.text, signal)),
  },
  log: {
    rename: api.log.rename.handler(({ context, input }) => context.services.renameLog(input.logId, input.name)),
    remove: api.log.remove.handler(({ context, input }) => context.services.removeLog(input.logId)),
  },
  workspace: {
    backup: api.workspace.backup.handler(({ context, input }) => {
      if (!context.namesFiles) throw new MirrorError('files/not-from-a-page');
      return context.services.backup(input.file);
    }),
  },
  evidence: {
    search: api.evidence.search.handler(({ context, input, signal }) => context.services.search(input, signal)),
    cite: api.evidence.cite.handler(({ context, input }) => context.services.cite(input.refs)),
    count: api.evidence.count.handler(({ context, input }) => context.services.countEvidence(input.processId)),
  },
  corrections: {
    list: api.corrections.list.handler(({ context, input }) => context.services.listCorrections(input.processId)),
    apply: api.corrections.apply.handler(({ context, input }) =>
      context.services.correct(input.processId, input.command),
    ),
    undo: api.corrections.undo.handler(({ context, input }) =>
      context.services.undo(input.processId, input.correctionId),
    ),
    redo: api.corrections.redo.handler(({ context, input }) => context.services.redo(input.processId)),
  },
  questions: {
    list: api.questions.list.handler(({ context, input }) => context.services.listQuestions(input.processId)),
    answer: api.questions.answer.handler(({ context, input: { processId, ...answer } }) =>
      context.services.answerQuestion(processId, answer),
    ),
    skip: api.questions.skip.handler(({ context, input }) =>
      context.services.skipQuestion(input.processId, input.questionId),
    ),
  },
  compare: {
    choices: api.compare.choices.handler(({ context, input, signal }) =>
      context.services.listSideChoices(input.processId, signal),
    ),
    run: api.compare.run.handler(({ context, input, signal }) => context.services.compare(input, signal)),
    approvals: api.compare.approvals.handler(({ context, input }) => context.services.listApprovals(input.processId)),
    approve: api.compare.approve.handler(({ context, input, signal }) => context.services.approve(input, signal)),
    withdraw: api.compare.withdraw.handler(({ context, input }) => context.services.withdraw(input.approvalId)),
    conform: api.compare.conform.handler(({ context, input, signal }) => context.services.conform(input, signal)),
  },
  performance: {
    measure: api.performance.measure.handler(({ context, input, signal }) =>
      context.services.measurePerformance(input, signal),
    ),
    spectrum: api.performance.spectrum.handler(({ context, input, signal }) =>
      context.services.measureSpectrum(input, signal),
    ),
  },
  chat: askingRoutes.chat,
  ask: askingRoutes.ask,
  samples: {
    load: api.samples.load.handler(({ context, signal }) => translating(context.services.loadSamples(signal), context)),
  },
});
