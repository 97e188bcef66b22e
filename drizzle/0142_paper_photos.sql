CREATE TABLE "paper_photos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"paper_id" uuid,
	"type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"typed_at" timestamp with time zone,
	"typed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "paper_photos" ADD CONSTRAINT "paper_photos_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_photos" ADD CONSTRAINT "paper_photos_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_photos" ADD CONSTRAINT "paper_photos_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_photos_project_id_index" ON "paper_photos" USING btree ("project_id");--> statement-breakpoint
CREATE INDEX "paper_photos_typed_at_created_at_index" ON "paper_photos" USING btree ("typed_at","created_at");