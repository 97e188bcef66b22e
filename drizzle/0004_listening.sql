CREATE TABLE "worry_answers" (
	"worry_id" uuid NOT NULL,
	"question" text NOT NULL,
	"text" text,
	"answered_at" timestamp with time zone NOT NULL,
	"written_by" uuid,
	CONSTRAINT "worry_answers_worry_id_question_pk" PRIMARY KEY("worry_id","question")
);
--> statement-breakpoint
CREATE TABLE "worry_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worry_id" uuid NOT NULL,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"typed_at" timestamp with time zone,
	"typed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "project_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"worry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handover_notes" (
	"contract_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"done" text NOT NULL,
	"left" text NOT NULL,
	"first" text NOT NULL,
	"mind" text NOT NULL,
	"where_kept" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "challenge_nodes" ADD COLUMN "written_as" text;--> statement-breakpoint
ALTER TABLE "worries" ADD COLUMN "help_asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "worries" ADD COLUMN "help_from" uuid;--> statement-breakpoint
ALTER TABLE "worries" ADD COLUMN "model_helped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "group_position" integer;--> statement-breakpoint
ALTER TABLE "worry_answers" ADD CONSTRAINT "worry_answers_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worry_photos" ADD CONSTRAINT "worry_photos_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_groups" ADD CONSTRAINT "project_groups_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_groups" ADD CONSTRAINT "project_groups_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_notes" ADD CONSTRAINT "handover_notes_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover_notes" ADD CONSTRAINT "handover_notes_group_id_project_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."project_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worry_photos_worry_id_index" ON "worry_photos" USING btree ("worry_id");--> statement-breakpoint
CREATE INDEX "worry_photos_typed_at_created_at_index" ON "worry_photos" USING btree ("typed_at","created_at");--> statement-breakpoint
CREATE INDEX "project_groups_company_id_index" ON "project_groups" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "handover_notes_group_id_index" ON "handover_notes" USING btree ("group_id");--> statement-breakpoint
ALTER TABLE "worries" ADD CONSTRAINT "worries_help_from_organisations_id_fk" FOREIGN KEY ("help_from") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_group_id_project_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."project_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "worries_help_from_index" ON "worries" USING btree ("help_from");--> statement-breakpoint
CREATE INDEX "projects_group_id_index" ON "projects" USING btree ("group_id");