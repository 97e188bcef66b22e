CREATE TABLE "flow_counts" (
	"contract_id" uuid NOT NULL,
	"since" date NOT NULL,
	"company_id" uuid NOT NULL,
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
	"returned" boolean NOT NULL,
	CONSTRAINT "flow_counts_contract_id_since_pk" PRIMARY KEY("contract_id","since")
);
--> statement-breakpoint
ALTER TABLE "flow_counts" ADD CONSTRAINT "flow_counts_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flow_counts" ADD CONSTRAINT "flow_counts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "flow_counts_month_index" ON "flow_counts" USING btree ("month");