CREATE TABLE "partner_looks" (
	"partner_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"day" date NOT NULL,
	"field" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_looks_partner_id_company_id_day_field_pk" PRIMARY KEY("partner_id","company_id","day","field")
);
--> statement-breakpoint
ALTER TABLE "partner_looks" ADD CONSTRAINT "partner_looks_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_looks" ADD CONSTRAINT "partner_looks_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partner_looks_company_id_day_index" ON "partner_looks" USING btree ("company_id","day");