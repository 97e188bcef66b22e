CREATE TABLE "watch_hits" (
	"watch_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"letter_id" uuid,
	"told_at" timestamp with time zone,
	CONSTRAINT "watch_hits_watch_id_project_id_pk" PRIMARY KEY("watch_id","project_id")
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"email" text,
	"address" text NOT NULL,
	"cadence" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"paused_at" timestamp with time zone,
	"looked_on" date NOT NULL,
	CONSTRAINT "belongs_to_one" CHECK (("watches"."account_id" is null) <> ("watches"."email" is null))
);
--> statement-breakpoint
ALTER TABLE "watch_hits" ADD CONSTRAINT "watch_hits_watch_id_watches_id_fk" FOREIGN KEY ("watch_id") REFERENCES "public"."watches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_hits" ADD CONSTRAINT "watch_hits_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "watch_hits_to_tell" ON "watch_hits" USING btree ("watch_id") WHERE "watch_hits"."told_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "watched_once" ON "watches" USING btree ("account_id","address");--> statement-breakpoint
CREATE UNIQUE INDEX "watched_once_by_mail" ON "watches" USING btree ("email","address");--> statement-breakpoint
CREATE INDEX "watches_address_index" ON "watches" USING btree ("address") WHERE "watches"."paused_at" is null;