CREATE TABLE "flows" (
	"contract_id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"month" date NOT NULL,
	"codes" text[] NOT NULL,
	"from_prefecture" integer,
	"from_industry" text,
	"to_prefecture" integer NOT NULL,
	"to_industry" text NOT NULL,
	"nth" integer NOT NULL,
	"ended_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	"introduced" boolean NOT NULL,
	"returned" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "flows" ADD CONSTRAINT "flows_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flows" ADD CONSTRAINT "flows_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flows_month_index" ON "flows" USING btree ("month");--> statement-breakpoint
CREATE INDEX "flows_company_id_index" ON "flows" USING btree ("company_id");