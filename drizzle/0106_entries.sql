CREATE TABLE "entries" (
	"session_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"field" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "entries_session_id_subject_id_field_pk" PRIMARY KEY("session_id","subject_id","field")
);
--> statement-breakpoint
CREATE TABLE "draft_copies" (
	"project_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"codes" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_copies_project_id_session_id_pk" PRIMARY KEY("project_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_session_id_assisted_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."assisted_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_copies" ADD CONSTRAINT "draft_copies_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_copies" ADD CONSTRAINT "draft_copies_session_id_assisted_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."assisted_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_copies" ADD CONSTRAINT "draft_copies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entries_subject_id_index" ON "entries" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "entries_company_id_index" ON "entries" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "draft_copies_at_index" ON "draft_copies" USING btree ("at");