CREATE TABLE "selections" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"named_at" timestamp with time zone,
	"named_by" uuid,
	"later_at" timestamp with time zone,
	"passed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "selections" ADD CONSTRAINT "selections_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "selections_company_id_index" ON "selections" USING btree ("company_id");