// Reads Terraform files with the HCL library itself and says in JSON what blocks, settings and strings they hold:
// what the scanner under test has to find, too. Standard input: one path a line; standard output: one object a line.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"sort"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclparse"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

type part struct {
	Text       *string `json:"text,omitempty"`
	Expression *string `json:"expression,omitempty"`
}

type call struct {
	Name   string  `json:"name"`
	Source *string `json:"source"`
	Given  bool    `json:"given"`
	Line   int     `json:"line"`
}

type block struct {
	Type     string             `json:"type"`
	Settings map[string]*string `json:"settings"`
	Line     int                `json:"line"`
}

type lifecycle struct {
	Address string   `json:"address"`
	All     bool     `json:"all"`
	Items   []string `json:"items"`
}

type state struct {
	Name     string             `json:"name"`
	Backend  *string            `json:"backend"`
	Settings map[string]*string `json:"settings"`
}

type facts struct {
	File             string             `json:"file"`
	Ok               bool               `json:"ok"`
	Calls            []call             `json:"calls"`
	Backends         []block            `json:"backends"`
	Clouds           []block            `json:"clouds"`
	RequiredVersions []string           `json:"requiredVersions"`
	Lifecycles       []lifecycle        `json:"lifecycles"`
	RemoteStates     []state            `json:"remoteStates"`
	Locals           map[string]*string `json:"locals"`
	// Only of HCL's own syntax: every string without directives, in order.
	Strings [][]part `json:"strings"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if err := out.Encode(read(lines.Text())); err != nil {
			panic(err)
		}
	}
}

func read(path string) facts {
	result := facts{File: path, Locals: map[string]*string{}}
	parser := hclparse.NewParser()
	var file *hcl.File
	var diags hcl.Diagnostics
	if strings.HasSuffix(path, ".json") {
		file, diags = parser.ParseJSONFile(path)
	} else {
		file, diags = parser.ParseHCLFile(path)
	}
	if file == nil || file.Body == nil || diags.HasErrors() {
		return result
	}
	reader := &reader{result: &result, source: file.Bytes}
	result.Ok = reader.file(file.Body)
	if body, ok := file.Body.(*hclsyntax.Body); ok {
		reader.strings(body)
	}
	return result
}

type reader struct {
	result *facts
	source []byte
}

func schema(headers ...string) *hcl.BodySchema {
	result := &hcl.BodySchema{}
	for _, header := range headers {
		words := strings.Fields(header)
		result.Blocks = append(result.Blocks, hcl.BlockHeaderSchema{Type: words[0], LabelNames: words[1:]})
	}
	return result
}

func (r *reader) file(body hcl.Body) bool {
	content, _, diags := body.PartialContent(schema("terraform", "module name", "locals", "resource type name", "data type name", "variable name"))
	ok := !diags.HasErrors()
	for _, found := range content.Blocks {
		switch found.Type {
		case "terraform":
			r.terraform(found.Body)
		case "module":
			attributes, _, _ := found.Body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "source"}}})
			source := attributes.Attributes["source"]
			each := call{Name: found.Labels[0], Given: source != nil, Line: found.DefRange.Start.Line}
			if source != nil {
				each.Source = text(source.Expr)
			}
			r.result.Calls = append(r.result.Calls, each)
		case "locals":
			attributes, _ := found.Body.JustAttributes()
			for name, attribute := range attributes {
				r.result.Locals[name] = text(attribute.Expr)
			}
		case "resource":
			r.resource(found)
		case "data":
			if found.Labels[0] == "terraform_remote_state" {
				r.remoteState(found)
			}
		}
	}
	return ok
}

func (r *reader) terraform(body hcl.Body) {
	wanted := schema("backend type", "cloud")
	wanted.Attributes = []hcl.AttributeSchema{{Name: "required_version"}}
	content, _, _ := body.PartialContent(wanted)
	if version := content.Attributes["required_version"]; version != nil {
		if value := text(version.Expr); value != nil {
			r.result.RequiredVersions = append(r.result.RequiredVersions, *value)
		}
	}
	for _, found := range content.Blocks {
		line := found.DefRange.Start.Line
		if found.Type == "backend" {
			r.result.Backends = append(r.result.Backends, block{found.Labels[0], settings(found.Body), line})
		} else {
			_, rest, _ := found.Body.PartialContent(schema("workspaces"))
			r.result.Clouds = append(r.result.Clouds, block{"", settings(rest), line})
		}
	}
}

func settings(body hcl.Body) map[string]*string {
	// Blocks inside are no settings: JustAttributes complains of them and gives the rest.
	attributes, _ := body.JustAttributes()
	result := map[string]*string{}
	for name, attribute := range attributes {
		result[name] = text(attribute.Expr)
	}
	return result
}

func (r *reader) resource(found *hcl.Block) {
	content, _, _ := found.Body.PartialContent(schema("lifecycle"))
	for _, inner := range content.Blocks {
		attributes, _, _ := inner.Body.PartialContent(&hcl.BodySchema{Attributes: []hcl.AttributeSchema{{Name: "ignore_changes"}}})
		ignored := attributes.Attributes["ignore_changes"]
		if ignored == nil {
			continue
		}
		each := lifecycle{Address: strings.Join(found.Labels, "."), Items: []string{}}
		if value := text(ignored.Expr); hcl.ExprAsKeyword(ignored.Expr) == "all" || (value != nil && *value == "all") {
			each.All = true
		} else {
			items, _ := hcl.ExprList(ignored.Expr)
			for _, item := range items {
				value := text(item)
				if value == nil {
					written := string(item.Range().SliceBytes(r.source))
					value = &written
				}
				each.All = each.All || *value == "*"
				each.Items = append(each.Items, *value)
			}
		}
		r.result.Lifecycles = append(r.result.Lifecycles, each)
	}
}

func (r *reader) remoteState(found *hcl.Block) {
	wanted := schema("config")
	wanted.Attributes = []hcl.AttributeSchema{{Name: "backend"}, {Name: "config"}}
	content, _, _ := found.Body.PartialContent(wanted)
	each := state{Name: found.Labels[1], Settings: map[string]*string{}}
	if backend := content.Attributes["backend"]; backend != nil {
		each.Backend = text(backend.Expr)
	}
	if config := content.Attributes["config"]; config != nil {
		pairs, _ := hcl.ExprMap(config.Expr)
		for _, pair := range pairs {
			name := text(pair.Key)
			if keyword := hcl.ExprAsKeyword(pair.Key); keyword != "" {
				name = &keyword
			}
			if name != nil {
				each.Settings[*name] = text(pair.Value)
			}
		}
	}
	for _, inner := range content.Blocks {
		each.Settings = settings(inner.Body)
	}
	r.result.RemoteStates = append(r.result.RemoteStates, each)
}

// The value of an expression that is a plain string: it needs no variables and no functions.
func text(expression hcl.Expression) *string {
	if syntax, ok := expression.(hclsyntax.Expression); ok {
		template, isTemplate := syntax.(*hclsyntax.TemplateExpr)
		if !isTemplate || !template.IsStringLiteral() && len(template.Parts) > 0 {
			return nil
		}
	}
	value, diags := expression.Value(&hcl.EvalContext{})
	if diags.HasErrors() || !value.IsWhollyKnown() || value.IsNull() || value.Type() != cty.String {
		return nil
	}
	result := value.AsString()
	return &result
}

// A node is a string when its source begins as one: branches of a directive are templates, too. Heredocs with a
// tilde are left out: which of their blanks `~` takes off depends on how the library cuts lines, and no path is one.
func (r *reader) strings(body *hclsyntax.Body) {
	type placed struct {
		at    int
		parts []part
	}
	found := []placed{}
	// The index of a["b"] is no expression to the library.
	indexes := func(traversal hcl.Traversal) {
		for _, step := range traversal {
			index, ok := step.(hcl.TraverseIndex)
			if !ok || index.Key.Type() != cty.String {
				continue
			}
			from := index.SrcRange.Start.Byte
			source := string(index.SrcRange.SliceBytes(r.source))
			parts := []part{}
			if key := index.Key.AsString(); key != "" {
				parts = append(parts, part{Text: &key})
			}
			found = append(found, placed{from + strings.Index(source, `"`), parts})
		}
	}
	hclsyntax.VisitAll(body, func(node hclsyntax.Node) hcl.Diagnostics {
		switch traversal := node.(type) {
		case *hclsyntax.ScopeTraversalExpr:
			indexes(traversal.Traversal)
		case *hclsyntax.RelativeTraversalExpr:
			indexes(traversal.Traversal)
		}
		source := string(node.Range().SliceBytes(r.source))
		if !strings.HasPrefix(source, `"`) && !strings.HasPrefix(source, "<<") || strings.Contains(source, "%{") {
			return nil
		}
		if strings.HasPrefix(source, "<<") && strings.Contains(source, "~") {
			return nil
		}
		at := node.Range().Start.Byte
		switch template := node.(type) {
		case *hclsyntax.TemplateWrapExpr:
			written := r.written(template.Wrapped)
			found = append(found, placed{at, []part{{Expression: &written}}})
		case *hclsyntax.TemplateExpr:
			parts := []part{}
			for _, each := range template.Parts {
				if literal, ok := each.(*hclsyntax.LiteralValueExpr); ok && literal.Val.Type() == cty.String && !literal.Val.IsNull() {
					value := literal.Val.AsString()
					if value != "" {
						parts = append(parts, part{Text: &value})
					}
				} else {
					written := r.written(each)
					parts = append(parts, part{Expression: &written})
				}
			}
			found = append(found, placed{at, parts})
		}
		return nil
	})
	sort.SliceStable(found, func(a, b int) bool { return found[a].at < found[b].at })
	r.result.Strings = [][]part{}
	for _, each := range found {
		r.result.Strings = append(r.result.Strings, each.parts)
	}
}

func (r *reader) written(expression hclsyntax.Expression) string {
	return strings.TrimSpace(string(expression.Range().SliceBytes(r.source)))
}
