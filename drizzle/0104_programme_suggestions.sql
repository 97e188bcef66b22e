CREATE TABLE "programme_suggestions" (
	"programme_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"suggested_by" uuid NOT NULL,
	"suggested_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programme_suggestions_programme_id_company_id_pk" PRIMARY KEY("programme_id","company_id")
);
--> statement-breakpoint
ALTER TABLE "programme_suggestions" ADD CONSTRAINT "programme_suggestions_programme_id_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programmes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_suggestions" ADD CONSTRAINT "programme_suggestions_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "programme_suggestions_company_id_index" ON "programme_suggestions" USING btree ("company_id");