CREATE TABLE "release_files" (
	"release_id" uuid NOT NULL,
	"name" text NOT NULL,
	"content" text NOT NULL,
	CONSTRAINT "release_files_release_id_name_pk" PRIMARY KEY("release_id","name")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"until" date NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"counting" integer NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "releases_until_unique" UNIQUE("until")
);
--> statement-breakpoint
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;