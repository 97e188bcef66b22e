CREATE TABLE "fiscal_counts" (
	"closing_id" uuid PRIMARY KEY NOT NULL,
	"counts" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fiscal_counts" ADD CONSTRAINT "fiscal_counts_closing_id_fiscal_closings_id_fk" FOREIGN KEY ("closing_id") REFERENCES "public"."fiscal_closings"("id") ON DELETE no action ON UPDATE no action;