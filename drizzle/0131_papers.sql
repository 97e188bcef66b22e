CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"company_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"people" uuid[] DEFAULT '{}' NOT NULL,
	"choices" text[],
	"printed_by" uuid NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "papers_codeHash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "papers_project_id_printed_at_index" ON "papers" USING btree ("project_id","printed_at");--> statement-breakpoint
CREATE INDEX "papers_expires_at_index" ON "papers" USING btree ("expires_at");