CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`recording_id` text,
	`created_at_ms` integer NOT NULL,
	`command` text NOT NULL,
	`inverse` text NOT NULL,
	`undone_by` text,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`undone_by`) REFERENCES `corrections`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "corrections_command_is_json" CHECK(json_valid("command")),
	CONSTRAINT "corrections_inverse_is_json" CHECK(json_valid("inverse"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `corrections_by_process` ON `corrections` (`process_id`,`created_at_ms`);--> statement-breakpoint
CREATE INDEX `corrections_by_recording` ON `corrections` (`recording_id`);--> statement-breakpoint
CREATE INDEX `corrections_by_undoing` ON `corrections` (`undone_by`);--> statement-breakpoint
CREATE TABLE `elements` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`found_by` text NOT NULL,
	`evidence` text NOT NULL,
	`provenance` text NOT NULL,
	`confidence01` real NOT NULL,
	`unsure` integer NOT NULL,
	`kind` text NOT NULL,
	`label` text,
	`from_name` text,
	`to_name` text,
	`duration` text,
	`cause` text,
	`body` text NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `extractions`(`recording_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "elements_evidence_is_json" CHECK(json_valid("evidence")),
	CONSTRAINT "elements_body_is_json" CHECK(json_valid("body"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `elements_by_recording` ON `elements` (`recording_id`,`kind`,`position`);--> statement-breakpoint
CREATE TABLE `extractions` (
	`recording_id` text PRIMARY KEY NOT NULL,
	`warnings` text NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "extractions_warnings_is_json" CHECK(json_valid("warnings"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `steps` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`found_by` text NOT NULL,
	`evidence` text NOT NULL,
	`provenance` text NOT NULL,
	`confidence01` real NOT NULL,
	`unsure` integer NOT NULL,
	`label` text NOT NULL,
	`verb` text NOT NULL,
	`object` text NOT NULL,
	`actor` text,
	`system` text,
	`artifact` text,
	`step_order` integer NOT NULL,
	`done_when` text NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `extractions`(`recording_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "steps_evidence_is_json" CHECK(json_valid("evidence"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `steps_by_recording` ON `steps` (`recording_id`,`position`);--> statement-breakpoint
CREATE INDEX `steps_by_label` ON `steps` (`label`);--> statement-breakpoint
CREATE TABLE `activities` (
	`process_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`evidence` text NOT NULL,
	`provenance` text NOT NULL,
	`confidence01` real NOT NULL,
	`unsure` integer NOT NULL,
	`body` text NOT NULL,
	`label` text NOT NULL,
	`count` integer NOT NULL,
	`cases` integer NOT NULL,
	`rework_cases` integer NOT NULL,
	PRIMARY KEY(`process_id`, `id`),
	FOREIGN KEY (`process_id`) REFERENCES `graphs`(`process_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "activities_evidence_is_json" CHECK(json_valid("evidence")),
	CONSTRAINT "activities_body_is_json" CHECK(json_valid("body"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activities_by_label` ON `activities` (`process_id`,`label`);--> statement-breakpoint
CREATE TABLE `findings` (
	`process_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`evidence` text NOT NULL,
	`provenance` text NOT NULL,
	`confidence01` real NOT NULL,
	`unsure` integer NOT NULL,
	`body` text NOT NULL,
	`kind` text NOT NULL,
	`label` text NOT NULL,
	`status` text NOT NULL,
	PRIMARY KEY(`process_id`, `id`),
	FOREIGN KEY (`process_id`) REFERENCES `graphs`(`process_id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "findings_evidence_is_json" CHECK(json_valid("evidence")),
	CONSTRAINT "findings_body_is_json" CHECK(json_valid("body"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `findings_by_kind` ON `findings` (`process_id`,`kind`,`position`);--> statement-breakpoint
CREATE TABLE `graphs` (
	`process_id` text PRIMARY KEY NOT NULL,
	`cases` integer NOT NULL,
	`events` integer NOT NULL,
	`recordings` integer NOT NULL,
	`body` text NOT NULL,
	`notes` text NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "graphs_body_is_json" CHECK(json_valid("body")),
	CONSTRAINT "graphs_notes_is_json" CHECK(json_valid("notes"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `transitions` (
	`process_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`evidence` text NOT NULL,
	`provenance` text NOT NULL,
	`confidence01` real NOT NULL,
	`unsure` integer NOT NULL,
	`body` text NOT NULL,
	`source_id` text NOT NULL,
	`target_id` text NOT NULL,
	`count` integer NOT NULL,
	`handoffs` integer NOT NULL,
	PRIMARY KEY(`process_id`, `id`),
	FOREIGN KEY (`process_id`) REFERENCES `graphs`(`process_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`process_id`,`source_id`) REFERENCES `activities`(`process_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`process_id`,`target_id`) REFERENCES `activities`(`process_id`,`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "transitions_evidence_is_json" CHECK(json_valid("evidence")),
	CONSTRAINT "transitions_body_is_json" CHECK(json_valid("body"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `transitions_by_source` ON `transitions` (`process_id`,`source_id`);--> statement-breakpoint
CREATE INDEX `transitions_by_target` ON `transitions` (`process_id`,`target_id`);--> statement-breakpoint
CREATE TABLE `event_logs` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`name` text NOT NULL,
	`format` text NOT NULL,
	`sha256` text NOT NULL,
	`path` text NOT NULL,
	`events` integer NOT NULL,
	`cases` integer NOT NULL,
	`warnings` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "event_logs_warnings_is_json" CHECK(json_valid("warnings"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_logs_by_process` ON `event_logs` (`process_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `log_columns` (
	`log_id` text NOT NULL,
	`name` text NOT NULL,
	`dtype` text NOT NULL,
	`length` integer NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`log_id`, `name`),
	FOREIGN KEY (`log_id`) REFERENCES `event_logs`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `artifacts` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`recording_id` text,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`mime_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `artifacts_by_process` ON `artifacts` (`process_id`);--> statement-breakpoint
CREATE INDEX `artifacts_by_recording` ON `artifacts` (`recording_id`);--> statement-breakpoint
CREATE TABLE `frames` (
	`recording_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`path` text NOT NULL,
	`sha256` text NOT NULL,
	`width_px` integer NOT NULL,
	`height_px` integer NOT NULL,
	`text` text,
	PRIMARY KEY(`recording_id`, `at_ms`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `processes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`owner` text,
	`description` text,
	`created_at_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `processes_by_name` ON `processes` (`name`);--> statement-breakpoint
CREATE TABLE `recordings` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`title` text NOT NULL,
	`actor` text,
	`role` text,
	`language` text NOT NULL,
	`duration_ms` integer NOT NULL,
	`state` text NOT NULL,
	`problem` text,
	`started_at_ms` integer,
	`time_zone` text,
	`created_at_ms` integer NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `recordings_by_process` ON `recordings` (`process_id`,`created_at_ms`);--> statement-breakpoint
CREATE TABLE `tracks` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`path` text NOT NULL,
	`mime_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`duration_ms` integer,
	`width_px` integer,
	`height_px` integer,
	`has_audio` integer NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tracks_by_recording` ON `tracks` (`recording_id`,`position`);--> statement-breakpoint
CREATE TABLE `transcript_segments` (
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`text` text NOT NULL,
	`speaker` text,
	PRIMARY KEY(`recording_id`, `position`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `ui_events` (
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`kind` text NOT NULL,
	`app` text NOT NULL,
	`title` text NOT NULL,
	PRIMARY KEY(`recording_id`, `position`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`state` text NOT NULL,
	`progress` text,
	`problem` text,
	`created_at_ms` integer NOT NULL,
	`updated_at_ms` integer NOT NULL,
	CONSTRAINT "jobs_progress_is_json" CHECK(json_valid("progress"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `schema_versions` (
	`version` integer PRIMARY KEY NOT NULL,
	`tag` text NOT NULL,
	`sha256` text NOT NULL,
	`applied_at_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	CONSTRAINT "settings_value_is_json" CHECK(json_valid("value"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `workspace` (
	`only_row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	CONSTRAINT "workspace_has_one_row" CHECK(only_row = 1)
) STRICT;
