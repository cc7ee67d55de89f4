CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`name` text NOT NULL,
	`at_ms` integer NOT NULL,
	`scope` text NOT NULL,
	`measured` text NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "approvals_measured_is_json" CHECK(json_valid("measured"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `approvals_by_process` ON `approvals` (`process_id`,`at_ms`);--> statement-breakpoint
CREATE TABLE `withdrawals` (
	`approval_id` text PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	FOREIGN KEY (`approval_id`) REFERENCES `approvals`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
