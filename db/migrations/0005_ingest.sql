CREATE TABLE `recording_stages` (
	`recording_id` text NOT NULL,
	`stage` text NOT NULL,
	`state` text NOT NULL,
	`input_hash` text NOT NULL,
	`made_by` text NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until_ms` integer,
	`progress` text,
	`problem` text,
	`counts` text NOT NULL,
	`warnings` text NOT NULL,
	`started_at_ms` integer,
	`ended_at_ms` integer,
	PRIMARY KEY(`recording_id`, `stage`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "recording_stages_progress_is_json" CHECK(json_valid("progress")),
	CONSTRAINT "recording_stages_counts_is_json" CHECK(json_valid("counts")),
	CONSTRAINT "recording_stages_warnings_is_json" CHECK(json_valid("warnings"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `speech_spans` (
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	PRIMARY KEY(`recording_id`, `position`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`process_id` text NOT NULL,
	`kind` text NOT NULL,
	`recording_id` text,
	`artifact_id` text,
	`position` integer NOT NULL,
	`start_ms` integer,
	`end_ms` integer,
	`text` text NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`artifact_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `search_entries_by_process` ON `search_entries` (`process_id`);--> statement-breakpoint
CREATE INDEX `search_entries_by_recording` ON `search_entries` (`recording_id`);--> statement-breakpoint
CREATE INDEX `search_entries_by_artifact` ON `search_entries` (`artifact_id`);--> statement-breakpoint
CREATE TABLE `search_vectors` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`model` text NOT NULL,
	`vector` blob NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `search_entries`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_frames` (
	`recording_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`path` text NOT NULL,
	`sha256` text NOT NULL,
	`width_px` integer NOT NULL,
	`height_px` integer NOT NULL,
	`text` text,
	`words` text,
	PRIMARY KEY(`recording_id`, `at_ms`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "frames_words_is_json" CHECK(json_valid("words"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_frames`("recording_id", "at_ms", "path", "sha256", "width_px", "height_px", "text") SELECT "recording_id", "at_ms", "path", "sha256", "width_px", "height_px", "text" FROM `frames`;--> statement-breakpoint
DROP TABLE `frames`;--> statement-breakpoint
ALTER TABLE `__new_frames` RENAME TO `frames`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
ALTER TABLE `recordings` ADD `transcript_by` text;--> statement-breakpoint
ALTER TABLE `transcript_segments` ADD `confidence01` real;--> statement-breakpoint
UPDATE `recordings` SET `transcript_by` = 'file' WHERE `id` IN (SELECT `recording_id` FROM `transcript_segments`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_fts` USING fts5(`text`, content='search_entries', content_rowid='id', tokenize='unicode61 remove_diacritics 2');--> statement-breakpoint
INSERT INTO `search_fts`(`search_fts`, `rank`) VALUES ('secure-delete', 1);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_words` USING fts5vocab('search_fts', 'row');--> statement-breakpoint
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO `search_fts`(`rowid`, `text`) VALUES (new.`id`, new.`text`);
END;--> statement-breakpoint
CREATE TRIGGER `search_entries_removed` AFTER DELETE ON `search_entries` BEGIN
	INSERT INTO `search_fts`(`search_fts`, `rowid`, `text`) VALUES ('delete', old.`id`, old.`text`);
END;--> statement-breakpoint
CREATE TRIGGER `search_entries_changed` AFTER UPDATE OF `id`, `text` ON `search_entries` BEGIN
	INSERT INTO `search_fts`(`search_fts`, `rowid`, `text`) VALUES ('delete', old.`id`, old.`text`);
	INSERT INTO `search_fts`(`rowid`, `text`) VALUES (new.`id`, new.`text`);
END;
