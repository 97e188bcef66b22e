CREATE TABLE "dialogue_lines" (
	"dialogue_id" uuid NOT NULL,
	"item" text NOT NULL,
	"text" text NOT NULL,
	"worry_id" uuid,
	CONSTRAINT "dialogue_lines_dialogue_id_item_pk" PRIMARY KEY("dialogue_id","item")
);
--> statement-breakpoint
CREATE TABLE "dialogues" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"handed_by" uuid NOT NULL,
	"handed_at" timestamp with time zone NOT NULL,
	"taken_at" timestamp with time zone,
	"taken_by" uuid,
	"declined_at" timestamp with time zone,
	"recalled_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "answered_once" CHECK (num_nonnulls(taken_at, declined_at, recalled_at, lapsed_at) <= 1),
	CONSTRAINT "withdrawn_after_taken" CHECK ("dialogues"."withdrawn_at" is null or "dialogues"."taken_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "dialogue_lines" ADD CONSTRAINT "dialogue_lines_dialogue_id_dialogues_id_fk" FOREIGN KEY ("dialogue_id") REFERENCES "public"."dialogues"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogue_lines" ADD CONSTRAINT "dialogue_lines_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dialogues" ADD CONSTRAINT "dialogues_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dialogue_lines_worry_id_index" ON "dialogue_lines" USING btree ("worry_id");--> statement-breakpoint
CREATE INDEX "dialogues_company_id_index" ON "dialogues" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_waits" ON "dialogues" USING btree ("partner_id","company_id") WHERE num_nonnulls(taken_at, declined_at, recalled_at, lapsed_at) = 0;