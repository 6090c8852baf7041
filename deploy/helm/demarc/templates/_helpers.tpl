{{- define "demarc.labels" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: demarc
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- define "demarc.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- /* A service's image: by digest where one is given, else by tag. */}}
{{- define "demarc.image" -}}
{{- $repository := printf "%s/%s" .root.Values.image.registry .service }}
{{- with (index .root.Values.services .service).digest }}
{{- printf "%s@%s" $repository . }}
{{- else }}
{{- printf "%s:%s" $repository (.root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end }}
{{- end }}

{{- /* A certificate authority's volume, from the secret or the config map that holds it as ca.crt. */}}
{{- define "demarc.authority" -}}
{{- if and .authority.secret .authority.configMap }}
{{- fail (printf "%s names both a secret and a configMap: leave one out" .where) }}
{{- else if .authority.secret }}
- name: {{ .volume }}
  secret: {secretName: {{ .authority.secret }}, items: [{key: ca.crt, path: ca.crt}]}
{{- else if .authority.configMap }}
- name: {{ .volume }}
  configMap: {name: {{ .authority.configMap }}, items: [{key: ca.crt, path: ca.crt}]}
{{- end }}
{{- end }}

{{- define "demarc.kafka" -}}
{{- $kafka := .Values.kafka }}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "kafka.bootstrapServers is required" $kafka.bootstrapServers | quote }}
{{- with $kafka.securityProtocol }}
- {name: KAFKA_SECURITY_PROTOCOL, value: {{ . }}}
{{- end }}
{{- with $kafka.sasl.mechanism }}
- {name: KAFKA_SASL_MECHANISM, value: {{ . | quote }}}
{{- end }}
{{- with $kafka.sasl.jaasSecret }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom: {secretKeyRef: {name: {{ . }}, key: jaas.config}}
{{- end }}
{{- with $kafka.sasl.loginCallbackHandlerClass }}
- {name: KAFKA_SASL_LOGIN_CALLBACK_HANDLER_CLASS, value: {{ . | quote }}}
{{- end }}
{{- if or $kafka.authority.secret $kafka.authority.configMap }}
- {name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/demarc/kafka/ca.crt}
{{- end }}
{{- range $name, $value := $kafka.settings }}
- {name: KAFKA_{{ $name | upper | replace "." "_" }}, value: {{ $value | quote }}}
{{- end }}
{{- end }}

{{- define "demarc.database" -}}
{{- $url := required (printf "databases.%s.url is required" .name) .database.url }}
{{- if or .database.authority.secret .database.authority.configMap }}
{{- if contains "sslmode=" $url }}
{{- fail (printf "databases.%s.url sets sslmode, which databases.%s.authority sets to verify-full: leave one out" .name .name) }}
{{- end }}
{{- $url = printf "%s%ssslmode=verify-full&sslrootcert=/etc/demarc/postgresql/ca.crt" $url (ternary "&" "?" (contains "?" $url)) }}
{{- end }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ $url | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ .database.secret }}, key: username}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .database.secret }}, key: password}}
{{- end }}

{{- define "demarc.edgeKeySecret" -}}
{{- .Values.edge.keySecret | default (printf "%s-edge-key" .Release.Name) }}
{{- end }}

{{- /* Where PostgreSQL or Kafka listen, for policies: the ports of host:port lists and of JDBC URLs. */}}
{{- define "demarc.kafkaPorts" -}}
{{- range .Values.kafka.bootstrapServers | splitList "," }}
- {port: {{ trim . | splitList ":" | last | int }}}
{{- end }}
{{- range .Values.network.kafkaPorts }}
- {port: {{ . }}}
{{- end }}
{{- end }}

{{- define "demarc.databasePort" -}}
{{- $authority := regexFind "//[^/?]+" .url }}
{{- $port := regexFind ":[0-9]+$" $authority | trimPrefix ":" }}
- {port: {{ $port | default "5432" | int }}}
{{- end }}
