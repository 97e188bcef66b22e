CREATE TABLE "entry_copies" (
	"session_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "entry_copies_session_id_subject_id_pk" PRIMARY KEY("session_id","subject_id")
);
--> statement-breakpoint
ALTER TABLE "entry_copies" ADD CONSTRAINT "entry_copies_session_id_assisted_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."assisted_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_copies" ADD CONSTRAINT "entry_copies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_copies_at_index" ON "entry_copies" USING btree ("at");