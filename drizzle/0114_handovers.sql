CREATE TABLE "handover_receipts" (
	"handover_id" uuid NOT NULL,
	"part" text NOT NULL,
	"acknowledged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "handover_receipts_handover_id_part_pk" PRIMARY KEY("handover_id","part")
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"received_at" timestamp with time zone,
	CONSTRAINT "to_somebody_else" CHECK ("handovers"."from_id" <> "handovers"."to_id"),
	CONSTRAINT "ends_once" CHECK (num_nonnulls("handovers"."withdrawn_at", "handovers"."received_at") <= 1)
);
--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "keeper" uuid;--> statement-breakpoint
ALTER TABLE "handover_receipts" ADD CONSTRAINT "handover_receipts_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handovers_partner_id_given_at_index" ON "handovers" USING btree ("partner_id","given_at");