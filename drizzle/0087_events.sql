CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"audience" text NOT NULL,
	"bring" text DEFAULT '' NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"link" text DEFAULT '' NOT NULL,
	"prefecture" integer NOT NULL,
	"municipality" text,
	"begins_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"register_until" timestamp with time zone NOT NULL,
	"capacity" integer NOT NULL,
	"seats" integer DEFAULT 0 NOT NULL,
	"last_number" integer DEFAULT 0 NOT NULL,
	"choosing" text NOT NULL,
	"price" integer DEFAULT 0 NOT NULL,
	"contact" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"called_off_at" timestamp with time zone,
	"called_off_why" text,
	"held_at" timestamp with time zone,
	CONSTRAINT "seats_there_are" CHECK ("events"."seats" between 0 and "events"."capacity"),
	CONSTRAINT "ends_after_it_begins" CHECK ("events"."ends_at" > "events"."begins_at")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"account_id" uuid,
	"email" text,
	"number" integer,
	"name" text NOT NULL,
	"kana" text DEFAULT '' NOT NULL,
	"affiliation" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"waiting_since" timestamp with time zone,
	"offered_at" timestamp with time zone,
	"offer_until" timestamp with time zone,
	"seated_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refusal" text,
	"choice_note" text DEFAULT '' NOT NULL,
	"cancelled_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	"checked_in_at" timestamp with time zone,
	"checked_in_by" uuid,
	"forgotten_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "belongs_to_one_at_most" CHECK ("registrations"."account_id" is null or "registrations"."email" is null)
);
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_partner_id_index" ON "events" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "events_coming" ON "events" USING btree ("ends_at") WHERE "events"."published_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "registered_once" ON "registrations" USING btree ("event_id","account_id") WHERE "registrations"."cancelled_at" is null and "registrations"."lapsed_at" is null and "registrations"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "registered_once_by_mail" ON "registrations" USING btree ("event_id","email") WHERE "registrations"."cancelled_at" is null and "registrations"."lapsed_at" is null and "registrations"."refused_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_number_each" ON "registrations" USING btree ("event_id","number");--> statement-breakpoint
CREATE INDEX "registrations_account_id_index" ON "registrations" USING btree ("account_id");