CREATE TABLE `artifact_pages` (
	`artifact_id` text NOT NULL,
	`page` integer NOT NULL,
	`name` text,
	`text` text NOT NULL,
	PRIMARY KEY(`artifact_id`, `page`),
	FOREIGN KEY (`artifact_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_artifacts` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`recording_id` text,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`mime_type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at_ms` integer NOT NULL,
	`parent_id` text,
	`title` text,
	`warnings` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`parent_id`) REFERENCES `artifacts`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "artifacts_warnings_is_json" CHECK(json_valid("warnings"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_artifacts`("id", "process_id", "recording_id", "name", "path", "mime_type", "size_bytes", "sha256", "created_at_ms") SELECT "id", "process_id", "recording_id", "name", "path", "mime_type", "size_bytes", "sha256", "created_at_ms" FROM `artifacts`;--> statement-breakpoint
DROP TABLE `artifacts`;--> statement-breakpoint
ALTER TABLE `__new_artifacts` RENAME TO `artifacts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `artifacts_by_process` ON `artifacts` (`process_id`);--> statement-breakpoint
CREATE INDEX `artifacts_by_recording` ON `artifacts` (`recording_id`);--> statement-breakpoint
CREATE INDEX `artifacts_by_parent` ON `artifacts` (`parent_id`);