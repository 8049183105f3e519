namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class CheckingSecrets : PolicyChecked
{
    private const string Head = "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\n";

    [Theory]
    [InlineData("stringData: {password: c4ndle-w4x}")]
    [InlineData("stringData: {password: \"12345678\"}")]
    [InlineData("stringData: {hash: $2a$10$N9qo8uLOickgx2ZMRZoMye}")]
    [InlineData("data: {password: YzRuZGxlLXc0eA==}")]
    [InlineData("data: {keystore: /wD+AA==}")]
    [InlineData("data: {tls.key: LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ==}")]
    [InlineData("stringData: {.dockerconfigjson: '{\"auths\":{\"ghcr.io\":{\"auth\":\"dTpw\"}}}'}")]
    [InlineData("stringData:\n  password: ENC[AES256_GCM,data:x]\n  token: c4ndle-w4x\nsops: {mac: 'ENC[x]'}")]
    [InlineData("stringData: &a {password: c4ndle-w4x}")]
    public async Task Finds_those_that_everybody_can_read(string data) =>
        (await PlacesAsync("plaintext-secret", ("a.yaml", Head + data + "\n"))).Length.ShouldBe(1);

    [Theory]
    [InlineData("data: {}")]
    [InlineData("data:")]
    [InlineData("data: {password: }")]
    [InlineData("stringData: {password: \"\"}")]
    [InlineData("stringData: {password: '${DB_PASSWORD}'}")]
    [InlineData("stringData: {password: $(DB_PASSWORD)}")]
    [InlineData("stringData: {password: '{{ .password }}'}")]
    [InlineData("stringData: {password: '<path:secret/data/db#password>'}")]
    [InlineData("data: {password: <password>}")]
    [InlineData("stringData: {password: CHANGE_ME}")]
    [InlineData("stringData: {password: replace-with-yours}")]
    [InlineData("stringData: {password: $DB_PASSWORD}")]
    [InlineData("stringData: {password: __DB_PASSWORD__}")]
    [InlineData("stringData: {password: '%DB_PASSWORD%'}")]
    [InlineData("stringData: {password: '#{DB_PASSWORD}#'}")]
    [InlineData("stringData: {password: xxxxxxxxxxxx}")]
    [InlineData("stringData: {password: '**********'}")]
    [InlineData("data: {password: Y2hhbmdlbWU=}")]
    [InlineData("stringData: {type: git, url: 'https://git.example.com/acme/config.git', project: web}")]
    [InlineData("data: {ca.crt: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t, bundle: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t}")]
    [InlineData("stringData: {enabled: \"true\"}")]
    [InlineData("stringData: {.dockerconfigjson: '{\"auths\":{}}'}")]
    [InlineData("stringData: {password: 'ENC[AES256_GCM,data:x]'}\nsops: {mac: 'ENC[x]'}")]
    public async Task Says_nothing_of_what_is_none(string data) => (await FindAsync(("a.yaml", Head + data + "\n"))).ShouldBeEmpty();

    [Theory]
    [InlineData("bitnami.com/v1alpha1", "SealedSecret")]
    [InlineData("external-secrets.io/v1", "Secret")]
    public async Task Says_nothing_of_other_kinds(string apiVersion, string kind) =>
        (await FindAsync(("a.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: db}}\ndata: {{password: YzRuZGxlLXc0eA==}}\n"))).ShouldBeEmpty();

    [Fact]
    public async Task Shows_no_value()
    {
        var found = await FindAsync(
            ("a.yaml", Head + "stringData: {password: c4ndle-w4x}\n"),
            ("b.yaml", PodWith("env: [{name: API_TOKEN, value: c4ndle-w4x}]")),
            ("kustomization.yaml", "secretGenerator: [{name: a, literals: [password=c4ndle-w4x]}]\n"));
        found.Count(finding => finding.Rule is "plaintext-secret" or "literal-secret").ShouldBe(3);
        found.ShouldAllBe(finding => !finding.ToString().Contains("c4ndle", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DB_PASSWORD", "c4ndle-w4x", 1)]
    [InlineData("GITHUB_TOKEN", "ghp_4eC39HqLyj", 1)]
    [InlineData("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI", 1)]
    [InlineData("spring.datasource.password", "c4ndle-w4x", 1)]
    [InlineData("apikey", "c4ndle-w4x", 1)]
    [InlineData("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7", 0)]
    [InlineData("DB_PASSWORD_FILE", "/run/secrets/db", 0)]
    [InlineData("TOKEN", "/var/run/secrets/token", 0)]
    [InlineData("MAX_TOKENS", "4096", 0)]
    [InlineData("TLS_SECRET", "web-tls", 0)]
    [InlineData("DB_PASSWORD", "$(OTHER)", 0)]
    [InlineData("MYSQL_ROOT_PASSWORD", "fake_password", 0)]
    [InlineData("USE_TOKEN", "false", 0)]
    [InlineData("DATABASE_PASSWORD", "postgres://web:c4ndle@db/web", 1)]
    [InlineData("OAUTH_TOKEN", "https://login.example.net/token", 0)]
    [InlineData("COMPASS", "north", 0)]
    [InlineData("MONKEY", "george", 0)]
    public async Task Finds_them_in_variables(string name, string value, int count) =>
        (await PlacesAsync("literal-secret", ("a.yaml", PodWith($"env: [{{name: {name}, value: \"{value}\"}}]")))).Length.ShouldBe(count);
}
