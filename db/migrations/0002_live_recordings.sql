CREATE TABLE `pieces` (
	`recording_id` text NOT NULL,
	`track` text NOT NULL,
	`number` integer NOT NULL,
	`cause` text NOT NULL,
	`path` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`media_ms` integer NOT NULL,
	`units` integer NOT NULL,
	`is_recovered` integer NOT NULL,
	`lost_bytes` integer NOT NULL,
	PRIMARY KEY(`recording_id`, `track`, `number`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `receipts` (
	`recording_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "receipts_body_is_json" CHECK(json_valid("body"))
) STRICT;
