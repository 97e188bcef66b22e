CREATE TABLE "partner_hosts" (
	"partner_id" uuid PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partner_hosts_host_unique" UNIQUE("host")
);
--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "colour" text DEFAULT 'green' NOT NULL;--> statement-breakpoint
ALTER TABLE "partner_hosts" ADD CONSTRAINT "partner_hosts_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;