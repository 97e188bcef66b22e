CREATE TABLE "visit_plans" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"visit_on" date NOT NULL,
	"nights" integer NOT NULL,
	"prefecture" integer NOT NULL,
	"municipality" text NOT NULL,
	"purpose" text NOT NULL,
	"fare" integer NOT NULL,
	"lodging" integer NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"agreed_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_costs_not_negative" CHECK ("visit_plans"."fare" >= 0 and "visit_plans"."lodging" >= 0),
	CONSTRAINT "nights_in_range" CHECK ("visit_plans"."nights" between 0 and 13)
);
--> statement-breakpoint
ALTER TABLE "visit_plans" ADD CONSTRAINT "visit_plans_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_plan_a_day" ON "visit_plans" USING btree ("contract_id","visit_on") WHERE "visit_plans"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "visit_plans_prefecture_visit_on_index" ON "visit_plans" USING btree ("prefecture","visit_on");