CREATE TABLE "event_answers" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"useful" text NOT NULL,
	"wishes" text[] NOT NULL,
	"words" text NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "travel_supports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"registration_id" uuid,
	"name" text NOT NULL,
	"route" text NOT NULL,
	"amount" integer NOT NULL,
	"ceiling" integer NOT NULL,
	"receipt_seen_at" timestamp with time zone,
	"paid_on" date,
	"recorded_by" uuid NOT NULL,
	"paid_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "no_less_than_nothing" CHECK ("travel_supports"."amount" >= 0 and "travel_supports"."ceiling" >= 0),
	CONSTRAINT "paid_after_the_receipt" CHECK ("travel_supports"."paid_on" is null or "travel_supports"."receipt_seen_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "travel_ceiling" integer;--> statement-breakpoint
ALTER TABLE "event_answers" ADD CONSTRAINT "event_answers_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_answers" ADD CONSTRAINT "event_answers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_supports" ADD CONSTRAINT "travel_supports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "travel_supports" ADD CONSTRAINT "travel_supports_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_support_each" ON "travel_supports" USING btree ("event_id","registration_id") WHERE "travel_supports"."withdrawn_at" is null;