CREATE TABLE "commendations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"from_partner_id" uuid NOT NULL,
	"to_partner_id" uuid NOT NULL,
	"words" text NOT NULL,
	"month" date NOT NULL,
	"year" integer NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer_until" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_question_a_month" UNIQUE("from_partner_id","account_id","month"),
	CONSTRAINT "one_question_a_year_for_each" UNIQUE("from_partner_id","account_id","to_partner_id","year"),
	CONSTRAINT "commended_elsewhere" CHECK ("commendations"."from_partner_id" <> "commendations"."to_partner_id")
);
--> statement-breakpoint
ALTER TABLE "commendations" ADD CONSTRAINT "commendations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commendations" ADD CONSTRAINT "commendations_from_partner_id_partners_id_fk" FOREIGN KEY ("from_partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commendations" ADD CONSTRAINT "commendations_to_partner_id_partners_id_fk" FOREIGN KEY ("to_partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commendations_account_id_index" ON "commendations" USING btree ("account_id");