CREATE TABLE `threads` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `threads_by_process` ON `threads` (`process_id`);--> statement-breakpoint
CREATE TABLE `turns` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`position` integer NOT NULL,
	`asked_at_ms` integer NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`folded` text NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `threads`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "turns_answer_is_json" CHECK(json_valid("answer"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `turns_by_thread` ON `turns` (`thread_id`,`position`);--> statement-breakpoint
CREATE TABLE `writer_costs` (
	`id` integer PRIMARY KEY NOT NULL,
	`at_ms` integer NOT NULL,
	`writer_id` text NOT NULL,
	`usd` real NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `writer_costs_by_time` ON `writer_costs` (`at_ms`);--> statement-breakpoint
CREATE TABLE `writers` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`dialect` text NOT NULL,
	`url` text NOT NULL,
	`model` text NOT NULL,
	`strength` text NOT NULL,
	`input_usd` real,
	`output_usd` real,
	`context_tokens` integer,
	`calls_tools` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`process_id` text NOT NULL,
	`at_ms` integer NOT NULL,
	`agent` text NOT NULL,
	`why` text NOT NULL,
	`command` text NOT NULL,
	`state` text NOT NULL,
	`decided_ms` integer,
	FOREIGN KEY (`process_id`) REFERENCES `processes`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "proposals_command_is_json" CHECK(json_valid("command"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `proposals_by_process` ON `proposals` (`process_id`,`at_ms`);