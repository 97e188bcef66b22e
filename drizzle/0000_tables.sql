CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"image" text,
	"power" text DEFAULT 'person' NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"recipient_id" uuid,
	"purpose" text NOT NULL,
	"fields" text[] NOT NULL,
	"subject_id" uuid,
	"given_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"mode" text NOT NULL,
	"seed" integer,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"role" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"public_key" text NOT NULL,
	"user_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"counter" integer NOT NULL,
	"device_type" text NOT NULL,
	"backed_up" boolean NOT NULL,
	"transports" text,
	"aaguid" text,
	"created_at" timestamp with time zone,
	CONSTRAINT "passkeys_credential_id_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"family_name" text NOT NULL,
	"given_name" text NOT NULL,
	"family_kana" text,
	"given_kana" text,
	"phone" text,
	"address" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sent_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"strong_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"browser_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"code_hash" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "attempts_in_range" CHECK ("sign_in_codes"."attempts" between 0 and 5)
);
--> statement-breakpoint
CREATE TABLE "spoken_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "applications_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 5001 CACHE 1),
	"project_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"talent_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"answer1" text DEFAULT '' NOT NULL,
	"answer2" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"shortlisted_at" timestamp with time zone,
	"interview_at" timestamp with time zone,
	"offered_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"decline_reason" text,
	"withdrawn_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	"answer_by" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "interviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"time1" timestamp with time zone NOT NULL,
	"time2" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"chosen" timestamp with time zone,
	"chosen_at" timestamp with time zone,
	"cancelled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "cases_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 101 CACHE 1),
	"contract_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"title" text NOT NULL,
	"problem" text NOT NULL,
	"done" text NOT NULL,
	"result" text NOT NULL,
	"learned" text NOT NULL,
	"outcome" text NOT NULL,
	"codes" text[] NOT NULL,
	"industry" text NOT NULL,
	"prefecture" integer NOT NULL,
	"talent_prefecture" integer,
	"talent_name" text,
	"size" text,
	"hours" integer NOT NULL,
	"months" integer NOT NULL,
	"fee" integer NOT NULL,
	"applicants" integer NOT NULL,
	"company_openness" text,
	"talent_openness" text,
	"company_consent_at" timestamp with time zone,
	"talent_consent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cases_number_unique" UNIQUE("number"),
	CONSTRAINT "cases_contractId_unique" UNIQUE("contract_id")
);
--> statement-breakpoint
CREATE TABLE "challenge_nodes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"worry_id" uuid NOT NULL,
	"reading" integer DEFAULT 0 NOT NULL,
	"parent_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"code" text,
	"first_text" text,
	"first_code" text,
	"source" text NOT NULL,
	"phrase" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"changed_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"written_by" uuid
);
--> statement-breakpoint
CREATE TABLE "worries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"browser_hash" text NOT NULL,
	"resume_hash" text,
	"account_id" uuid,
	"company_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"structured_at" timestamp with time zone,
	"claimed_at" timestamp with time zone,
	"reading" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "worries_resumeHash_unique" UNIQUE("resume_hash")
);
--> statement-breakpoint
CREATE TABLE "worry_browsers" (
	"worry_id" uuid NOT NULL,
	"browser_hash" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "worry_browsers_worry_id_browser_hash_pk" PRIMARY KEY("worry_id","browser_hash")
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_kana" text,
	"corporate_number" text,
	"prefecture" integer NOT NULL,
	"municipality" text,
	"industry" text NOT NULL,
	"employees" integer,
	"officers" integer,
	"about" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "companies_corporateNumber_unique" UNIQUE("corporate_number"),
	CONSTRAINT "prefecture_exists" CHECK ("companies"."prefecture" between 1 and 47),
	CONSTRAINT "employees_not_negative" CHECK ("companies"."employees" >= 0)
);
--> statement-breakpoint
CREATE TABLE "company_contacts" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"contact_name" text,
	"address" text,
	"phone" text,
	"email" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "company_keys" (
	"company_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	CONSTRAINT "company_keys_company_id_key_hash_pk" PRIMARY KEY("company_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "partner_companies" (
	"partner_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"consented_at" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "partner_companies_partner_id_company_id_pk" PRIMARY KEY("partner_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "contract_documents" (
	"contract_id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"pdf" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contract_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"sha256" text,
	"created_at" timestamp with time zone NOT NULL,
	"proposed_at" timestamp with time zone,
	"proposed_by" text,
	"change_wanted" text,
	"change_wanted_at" timestamp with time zone,
	"company_agreed_at" timestamp with time zone,
	"company_agreed_by" uuid,
	"talent_agreed_at" timestamp with time zone,
	"talent_agreed_by" uuid,
	"superseded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "contracts_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 8001 CACHE 1),
	"application_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"talent_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sealed_at" timestamp with time zone,
	"finish_proposed_at" timestamp with time zone,
	"finish_proposed_by" text,
	"end_notice_at" timestamp with time zone,
	"end_notice_by" text,
	"ends_on" date,
	"ended_at" timestamp with time zone,
	"ended_early_at" timestamp with time zone,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contracts_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"wish" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"page" text NOT NULL,
	"account_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"called_back_at" timestamp with time zone,
	"called_back_by" uuid
);
--> statement-breakpoint
CREATE TABLE "history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" uuid,
	"organisation" uuid,
	"act" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"batch" uuid,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"actor" uuid,
	"route" text NOT NULL,
	"location" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"project_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"talent_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"score" integer NOT NULL,
	"points" smallint[] NOT NULL,
	"model" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proposals_project_id_talent_id_pk" PRIMARY KEY("project_id","talent_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"application_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"side" text NOT NULL,
	"sender_id" uuid NOT NULL,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "partners" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"prefecture" integer NOT NULL,
	"municipality" text,
	"about" text NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "partners_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "project_codes" (
	"project_id" uuid NOT NULL,
	"code" text NOT NULL,
	"level" integer DEFAULT 2 NOT NULL,
	"must" boolean DEFAULT true NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "project_codes_project_id_code_pk" PRIMARY KEY("project_id","code"),
	CONSTRAINT "asked_level_in_range" CHECK ("project_codes"."level" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "projects_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1001 CACHE 1),
	"company_id" uuid NOT NULL,
	"worry_id" uuid,
	"created_by" uuid,
	"title" text,
	"background" text,
	"goal" text,
	"work" text,
	"excluded" text,
	"industry" text,
	"openings" integer DEFAULT 1 NOT NULL,
	"hours" integer,
	"fee" integer,
	"travel_paid" boolean,
	"style" text,
	"place" text,
	"prefecture" integer,
	"municipality" text,
	"start_on" date,
	"months" integer,
	"contract_kind" text DEFAULT 'direct' NOT NULL,
	"ending" text,
	"poster_name" text,
	"poster_address" text,
	"poster_contact" text,
	"question1" text,
	"question2" text,
	"answer_days" integer DEFAULT 7 NOT NULL,
	"application_limit" integer,
	"unsure" text[] DEFAULT '{}' NOT NULL,
	"closes_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	"return_reasons" text[] DEFAULT '{}' NOT NULL,
	"published_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"filled_at" timestamp with time zone,
	"unfilled_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "projects_number_unique" UNIQUE("number"),
	CONSTRAINT "openings_at_least_one" CHECK ("projects"."openings" >= 1),
	CONSTRAINT "project_hours_in_range" CHECK ("projects"."hours" between 1 and 200),
	CONSTRAINT "project_fee_not_negative" CHECK ("projects"."fee" >= 0),
	CONSTRAINT "months_in_range" CHECK ("projects"."months" between 1 and 36),
	CONSTRAINT "answer_days_in_range" CHECK ("projects"."answer_days" between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "employer_blocks" (
	"talent_id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	CONSTRAINT "employer_blocks_talent_id_key_hash_pk" PRIMARY KEY("talent_id","key_hash")
);
--> statement-breakpoint
CREATE TABLE "employers" (
	"talent_id" uuid PRIMARY KEY NOT NULL,
	"none" boolean NOT NULL,
	"sealed" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talent_codes" (
	"talent_id" uuid NOT NULL,
	"code" text NOT NULL,
	"level" integer NOT NULL,
	"years" integer NOT NULL,
	"last_year" integer,
	"evidence" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "talent_codes_talent_id_code_pk" PRIMARY KEY("talent_id","code"),
	CONSTRAINT "level_in_range" CHECK ("talent_codes"."level" between 1 and 4),
	CONSTRAINT "years_in_range" CHECK ("talent_codes"."years" between 0 and 60)
);
--> statement-breakpoint
CREATE TABLE "talents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"headline" text DEFAULT '' NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"prefecture" integer,
	"municipality" text,
	"hours" integer,
	"fee" integer,
	"style" text,
	"availability" text DEFAULT 'look' NOT NULL,
	"motives" text[] DEFAULT '{}' NOT NULL,
	"industries" text[] DEFAULT '{}' NOT NULL,
	"employer_answered_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"hidden_at" timestamp with time zone,
	"active_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "talents_accountId_unique" UNIQUE("account_id"),
	CONSTRAINT "talent_prefecture_exists" CHECK ("talents"."prefecture" between 1 and 47),
	CONSTRAINT "talent_hours_in_range" CHECK ("talents"."hours" between 0 and 200),
	CONSTRAINT "talent_fee_not_negative" CHECK ("talents"."fee" >= 0)
);
--> statement-breakpoint
CREATE TABLE "ties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"talent_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"prefecture" integer NOT NULL,
	"municipality" text,
	"last_year" integer
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"side" text NOT NULL,
	"written_by" uuid NOT NULL,
	"outcome" text NOT NULL,
	"result" text NOT NULL,
	"feedback" text NOT NULL,
	"gained" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"work_month_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"visited_on" date NOT NULL,
	"prefecture" integer NOT NULL,
	"municipality" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_months" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"month" date NOT NULL,
	"hours" integer NOT NULL,
	"done" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "month_hours_in_range" CHECK ("work_months"."hours" between 0 and 400)
);
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recipient_id_organisations_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_accounts_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spoken_codes" ADD CONSTRAINT "spoken_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_nodes" ADD CONSTRAINT "challenge_nodes_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_nodes" ADD CONSTRAINT "challenge_nodes_parent_id_challenge_nodes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."challenge_nodes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worries" ADD CONSTRAINT "worries_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worries" ADD CONSTRAINT "worries_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worry_browsers" ADD CONSTRAINT "worry_browsers_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_id_organisations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_contacts" ADD CONSTRAINT "company_contacts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "company_keys" ADD CONSTRAINT "company_keys_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_companies" ADD CONSTRAINT "partner_companies_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_companies" ADD CONSTRAINT "partner_companies_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_documents" ADD CONSTRAINT "contract_documents_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_documents" ADD CONSTRAINT "contract_documents_version_id_contract_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."contract_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_versions" ADD CONSTRAINT "contract_versions_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partners" ADD CONSTRAINT "partners_id_organisations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_codes" ADD CONSTRAINT "project_codes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_worry_id_worries_id_fk" FOREIGN KEY ("worry_id") REFERENCES "public"."worries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employer_blocks" ADD CONSTRAINT "employer_blocks_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "employers" ADD CONSTRAINT "employers_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talent_codes" ADD CONSTRAINT "talent_codes_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talents" ADD CONSTRAINT "talents_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ties" ADD CONSTRAINT "ties_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_work_month_id_work_months_id_fk" FOREIGN KEY ("work_month_id") REFERENCES "public"."work_months"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_months" ADD CONSTRAINT "work_months_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_account_id_index" ON "consents" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "consents_recipient_id_account_id_index" ON "consents" USING btree ("recipient_id","account_id");--> statement-breakpoint
CREATE INDEX "identities_user_id_index" ON "identities" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "mailbox_recipient_at_index" ON "mailbox" USING btree ("recipient","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_membership" ON "memberships" USING btree ("account_id","organisation_id") WHERE "memberships"."until" is null;--> statement-breakpoint
CREATE INDEX "memberships_organisation_id_index" ON "memberships" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "passkeys_user_id_index" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user_id_index" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_email_created_at_index" ON "sign_in_codes" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_application" ON "applications" USING btree ("project_id","talent_id") WHERE "applications"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "applications_company_id_sent_at_index" ON "applications" USING btree ("company_id","sent_at");--> statement-breakpoint
CREATE INDEX "applications_account_id_index" ON "applications" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "applications_talent_id_index" ON "applications" USING btree ("talent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_interview" ON "interviews" USING btree ("application_id") WHERE "interviews"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "cases_published_at_index" ON "cases" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "challenge_nodes_worry_id_position_index" ON "challenge_nodes" USING btree ("worry_id","position");--> statement-breakpoint
CREATE INDEX "worries_browser_hash_index" ON "worries" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "worries_account_id_index" ON "worries" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "worries_company_id_index" ON "worries" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "worry_browsers_browser_hash_index" ON "worry_browsers" USING btree ("browser_hash");--> statement-breakpoint
CREATE INDEX "companies_prefecture_index" ON "companies" USING btree ("prefecture");--> statement-breakpoint
CREATE INDEX "company_keys_key_hash_index" ON "company_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "partner_companies_company_id_index" ON "partner_companies" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "version_numbers" ON "contract_versions" USING btree ("contract_id","n");--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_contract" ON "contracts" USING btree ("application_id") WHERE "contracts"."ended_early_at" is null;--> statement-breakpoint
CREATE INDEX "contracts_company_id_index" ON "contracts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "contracts_account_id_index" ON "contracts" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "consultations_called_back_at_created_at_index" ON "consultations" USING btree ("called_back_at","created_at");--> statement-breakpoint
CREATE INDEX "history_subject_id_id_index" ON "history" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "history_xid_id_index" ON "history" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "history_act_at_index" ON "history" USING btree ("act","at");--> statement-breakpoint
CREATE INDEX "proposals_talent_id_index" ON "proposals" USING btree ("talent_id");--> statement-breakpoint
CREATE INDEX "messages_application_id_sent_at_index" ON "messages" USING btree ("application_id","sent_at");--> statement-breakpoint
CREATE INDEX "project_codes_code_index" ON "project_codes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "projects_company_id_index" ON "projects" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "projects_published_at_index" ON "projects" USING btree ("published_at");--> statement-breakpoint
CREATE INDEX "projects_submitted_at_index" ON "projects" USING btree ("submitted_at");--> statement-breakpoint
CREATE INDEX "employer_blocks_key_hash_index" ON "employer_blocks" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "talent_codes_code_index" ON "talent_codes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "ties_talent_id_index" ON "ties" USING btree ("talent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_review_a_side" ON "reviews" USING btree ("contract_id","side");--> statement-breakpoint
CREATE INDEX "visits_work_month_id_index" ON "visits" USING btree ("work_month_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_report_a_month" ON "work_months" USING btree ("contract_id","month");